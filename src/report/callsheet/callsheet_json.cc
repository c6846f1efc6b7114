#include "report/callsheet/callsheet.h"
#include "report/deal/json_parts.h"

namespace dealcheck {
namespace {

// Minor versions of the format only add keys.
constexpr std::string_view kCallsheetVersion = "1.0";

class CallSheetJson {
 public:
  CallSheetJson(const CallSheet& call, const Assessment& deal) : call_(call), deal_(deal) {}

  [[nodiscard]] Json render() const {
    return {
        {"format_version", kCallsheetVersion},
        {"deal", deal_json(deal_)},
        {"verdict", to_string(deal_.verdict)},
        {"decision", deal_.decision},
        {"contact", contact(call_.contact)},
        {"asked_for", call_.asked_for},
        {"answer",
         {{"id", call_.answer},
          {"blocks", call_.blocked},
          {"label", call_.answer_label},
          {"says", call_.answer_says}}},
        {"reasons", reasons(call_.reasons)},
        {"why", call_.why.id.empty() ? Json() : reason(call_.why)},
        {"better", better()},
        {"aims", reasons(call_.aims)},
        {"purpose", text_or_null(call_.purpose)},
        {"talk", talk()},
        {"promises", array_of(call_.promises, [this](const auto& one) { return promise(one); })},
        {"bring", bring()},
        {"flow", flow()},
        {"questions", questions()},
        {"openers", array_of(call_.openers, [this](const auto& one) { return opener(one); })},
        {"rhythm", rhythm()},
        {"rules", rules_json(deal_)}};
  }

 private:
  [[nodiscard]] Json evidence(const Evidence& one) const {
    return evidence_json(deal_.path, {one}).front();
  }

  [[nodiscard]] Json contact(std::size_t contact) const {
    const ContactView& person = deal_.contacts[contact];
    return {{"id", person.id},
            {"name", text_or_null(person.name)},
            {"title", text_or_null(person.title)},
            {"roles", person.roles},
            {"line", person.at.line},
            {"column", person.at.column}};
  }

  [[nodiscard]] Json reason(const CallReason& reason) const {
    return {{"id", reason.id},
            {"answer", text_or_null(reason.answer)},
            {"says", reason.says},
            {"evidence", evidence_json(deal_.path, reason.evidence)}};
  }
  [[nodiscard]] Json reasons(const std::vector<CallReason>& list) const {
    return array_of(list, [this](const CallReason& one) { return reason(one); });
  }

  [[nodiscard]] Json better() const {
    if (!call_.better) return {};
    return {{"contact", contact(*call_.better)}, {"why", reason(call_.better_why)}};
  }

  [[nodiscard]] Json talk() const {
    if (!call_.talk) return {};
    return {{"date", date_or_null(call_.talk->date)},
            {"point", text_or_null(call_.talk->point)},
            {"next", date_or_null(call_.talk->next)},
            {"evidence", evidence(call_.talk->evidence)}};
  }

  [[nodiscard]] Json promise(const CallPromise& promise) const {
    return {{"by", promise.ours ? "us" : "them"}, {"what", promise.what},
            {"state", to_string(promise.state)},  {"made", date_or_null(promise.made)},
            {"due", date_or_null(promise.due)},   {"evidence", evidence(promise.evidence)}};
  }

  [[nodiscard]] Json bring() const {
    return array_of(call_.bring, [this](const CallBring& one) {
      return Json{{"id", one.id},
                  {"new", one.is_new},
                  {"says", one.says},
                  {"evidence", evidence_json(deal_.path, one.evidence)}};
    });
  }

  [[nodiscard]] Json flow() const {
    return array_of(call_.flow, [](const CallStep& step) {
      return Json{{"id", step.id}, {"label", step.label}, {"says", step.says}};
    });
  }

  [[nodiscard]] Json questions() const {
    return array_of(call_.questions, [](const CallQuestion& one) {
      return Json{{"rule", text_or_null(one.rule)}, {"says", one.says}};
    });
  }

  [[nodiscard]] Json opener(const EmptyOpener& opener) const {
    return {{"id", opener.id},
            {"excuse", text_or_null(opener.excuse)},
            {"instead", opener.instead},
            {"evidence", evidence(opener.evidence)}};
  }

  [[nodiscard]] Json rhythm() const {
    const CallRhythm& rhythm = call_.rhythm;
    return {{"state", rhythm.state},
            {"class", text_or_null(rhythm.customer_class)},
            {"every", rhythm.wanted ? Json(rhythm.wanted->every) : Json()},
            {"pause", rhythm.wanted ? Json(rhythm.wanted->pause) : Json()},
            {"last", date_or_null(rhythm.last)},
            {"due", date_or_null(rhythm.due)},
            {"says", rhythm.says}};
  }

  const CallSheet& call_;
  const Assessment& deal_;
};

}  // namespace

std::string render_callsheet_json(const CallSheet& sheet, const Assessment& assessment,
                                  const Diagnostics& diagnostics, const Words& words,
                                  Language language) {
  Json told = CallSheetJson(sheet, assessment).render();
  told["diagnostics"] = diagnostics_json(&diagnostics, words, language);
  return dump(told);
}

}  // namespace dealcheck
