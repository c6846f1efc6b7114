// A test case for each deal: it fails when the run fails because of it, and is an error when it
// could not be judged. pugixml writes the XML; what XML cannot hold at all is made visible before.

#include <filesystem>
#include <pugixml.hpp>
#include <sstream>

#include "../text.h"
#include "batch.h"
#include "voice.h"

namespace dealcheck {

namespace {

class JunitReport {
 public:
  JunitReport(const BatchReport& report, const Words& words, const RenderOptions& options)
      : report_(report), counts_(count_report(report)), voice_(words, options.language) {}

  std::string render();

 private:
  void add_deal(pugi::xml_node suite, const DealEntry& deal) const;
  void add_outcome(pugi::xml_node test, const DealEntry& deal) const;
  [[nodiscard]] std::string told(const DealEntry& deal) const;

  const BatchReport& report_;
  BatchCounts counts_;
  Voice voice_;
};

void set(pugi::xml_node node, const char* name, const std::string& value) {
  node.append_attribute(name).set_value(sanitise(value).c_str());
}

/// A line for each risk and each waiver.
std::string JunitReport::told(const DealEntry& deal) const {
  std::string text;
  for (const EntryRisk& risk : deal.risks) {
    text += voice_.label("severity", risk.severity) + ": " + sanitise(risk.message) + " [" +
            sanitise(risk.rule) + "] " + sanitise(place_of(deal.path, risk.region)) + "\n";
  }
  for (const EntryWaiver& waiver : deal.waived) {
    text += sanitise(waiver.rule) + ": " +
            sanitise(voice_.say("waived", {{"reason", waiver.reason}})) + "\n";
  }
  return text;
}

void JunitReport::add_outcome(pugi::xml_node test, const DealEntry& deal) const {
  if (deal.failed) {
    pugi::xml_node failure = test.append_child("failure");
    set(failure, "type", deal.verdict);
    set(failure, "message", titled(deal, deal.headline, voice_));
    failure.text().set(told(deal).c_str());
    return;
  }
  for (const EntryDiagnostic* one : errors_of(deal)) {
    pugi::xml_node error = test.append_child("error");
    set(error, "type", one->id);
    set(error, "message", one->message);
    const std::string help = one->help.empty() ? "" : " " + one->help;
    error.text().set(sanitise(place_of(deal.path, one->region) + help).c_str());
  }
}

void JunitReport::add_deal(pugi::xml_node suite, const DealEntry& deal) const {
  pugi::xml_node test = suite.append_child("testcase");
  const std::filesystem::path path(deal.path);
  set(test, "name",
      deal.name.empty() ? path.filename().string()
                        : deal.name + " (" + path.filename().string() + ")");
  set(test, "classname", path.parent_path().empty() ? "." : path.parent_path().string());
  add_outcome(test, deal);
  if (!deal.judged) return;
  const std::string points = voice_.say("verdict.points", {{"points", signed_number(deal.points)}});
  std::string text = sanitise(deal.verdict_label) + ", " + points + "\n";
  if (!deal.failed) text += told(deal);
  test.append_child("system-out").text().set(text.c_str());
}

std::string JunitReport::render() {
  pugi::xml_document document;
  pugi::xml_node head = document.append_child(pugi::node_declaration);
  head.append_attribute("version") = "1.0";
  head.append_attribute("encoding") = "UTF-8";
  pugi::xml_node suite = document.append_child("testsuites").append_child("testsuite");
  set(suite, "name", "dealcheck");
  set(suite, "tests", std::to_string(report_.deals.size()));
  set(suite, "failures", std::to_string(counts_.failing));
  set(suite, "errors", std::to_string(counts_.broken));
  pugi::xml_node properties = suite.append_child("properties");
  const auto add = [&](const char* name, std::size_t number) {
    pugi::xml_node property = properties.append_child("property");
    set(property, "name", name);
    set(property, "value", std::to_string(number));
  };
  add("waived", counts_.waived);
  add("known", counts_.known);
  add("new", counts_.fresh);
  for (const DealEntry& deal : report_.deals) add_deal(suite, deal);
  std::ostringstream text;
  document.save(text, "  ", pugi::format_default, pugi::encoding_utf8);
  return text.str();
}

}  // namespace

std::string render_batch_junit(const BatchReport& report, const Words& words,
                               const RenderOptions& options) {
  return JunitReport(report, words, options).render();
}

}  // namespace dealcheck
