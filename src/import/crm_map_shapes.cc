// The shape of import.yaml, and of a mapping that a user has written.

#include <array>

#include "schema/shape_rows.h"

namespace dealcheck {

namespace {

constexpr std::array<std::string_view, 3> kOrders{"ymd", "dmy", "mdy"};
constexpr WordSet kOrderWords{"rules.unknown-word", kOrders};
constexpr std::array<std::string_view, 2> kMarks{"point", "comma"};
constexpr WordSet kMarkWords{"rules.unknown-word", kMarks};

constexpr std::array kCrmWordsKeys{text("is"), texts("of").required()};
constexpr MapShape kCrmWordsShape{"crm_words", kCrmWordsKeys};
constexpr std::array kCrmFieldKeys{name_of("key", Names::field).required(),
                                   texts("from").required().or_empty(),
                                   texts("joined"),
                                   texts("ten_thousands"),
                                   flag("fraction"),
                                   flag("date"),
                                   text("several"),
                                   maps("words", kCrmWordsShape).or_empty()};
constexpr MapShape kCrmFieldShape{"crm_field", kCrmFieldKeys};
constexpr std::array kCrmLeftOutKeys{texts("from").required(), texts("of").required()};
constexpr MapShape kCrmLeftOutShape{"crm_left_out", kCrmLeftOutKeys};
constexpr std::array kCrmTableKeys{texts("known_by"),
                                   texts("deal_id").required().or_empty(),
                                   texts("deal_name").or_empty(),
                                   texts("entry_id"),
                                   text("several"),
                                   maps("fields", kCrmFieldShape).required(),
                                   maps("left_out", kCrmLeftOutShape),
                                   texts("pass_over").or_empty()};
constexpr MapShape kCrmTableShape{"crm_table", kCrmTableKeys};
constexpr std::array kCrmKeys{text("crm").required(),
                              word("dates", kOrderWords),
                              word("decimal", kMarkWords),
                              whole("id_characters").at_least(1),
                              map("deals", kCrmTableShape).required(),
                              map("contacts", kCrmTableShape),
                              map("activities", kCrmTableShape)};
constexpr MapShape kCrmShape{"crm", kCrmKeys};
constexpr std::array kImportKeys{maps("crms", kCrmShape).required()};

}  // namespace

const MapShape kImportShape{"import", kImportKeys};

}  // namespace dealcheck
