#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

// JSON documents, by way of nlohmann's library.

namespace dealcheck {

using Json = nlohmann::ordered_json;

[[nodiscard]] inline Json text_or_null(std::string_view text) {
  return text.empty() ? Json() : Json(text);
}

[[nodiscard]] inline Json date_or_null(std::optional<Date> date) {
  return date ? Json(iso_date(*date)) : Json();
}

template <typename Name>
[[nodiscard]] Json name_or_null(std::optional<Name> name) {
  return name ? Json(to_string(*name)) : Json();
}

template <typename Items, typename MakeJson>
[[nodiscard]] Json array_of(Items&& items, const MakeJson& make_json) {
  Json array = Json::array();
  for (auto& item : items) array.push_back(make_json(item));
  return array;
}

/// The text of a document, ending in a newline; bytes that are no UTF-8 come out replaced.
[[nodiscard]] std::string dump(const Json& json);

/// Why a text is not the JSON that was expected, in the library's words without its own number.
[[nodiscard]] std::string reason_of(const Json::exception& error);

}  // namespace dealcheck
