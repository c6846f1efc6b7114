#include "report/writers/junit.h"

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>

#include "base/text.h"

namespace dealcheck {

namespace {

void set(pugi::xml_node node, const char* name, const std::string& value) {
  node.append_attribute(name).set_value(sanitise(value).c_str());
}

std::string block(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += sanitise(line) + "\n";
  return text;
}

void add_problem(pugi::xml_node test, const char* element, const JunitProblem& problem) {
  pugi::xml_node node = test.append_child(element);
  set(node, "type", problem.type);
  set(node, "message", problem.message);
  node.text().set(block(problem.lines).c_str());
}

void add_case(pugi::xml_node suite, const JunitCase& one) {
  pugi::xml_node test = suite.append_child("testcase");
  set(test, "name", one.name);
  set(test, "classname", one.classname);
  if (one.failure) add_problem(test, "failure", *one.failure);
  for (const JunitProblem& error : one.errors) add_problem(test, "error", error);
  if (!one.output.empty()) test.append_child("system-out").text().set(block(one.output).c_str());
}

void add_properties(pugi::xml_node suite, const JunitSuite& told) {
  if (told.properties.empty()) return;
  pugi::xml_node properties = suite.append_child("properties");
  for (const auto& [name, number] : told.properties) {
    pugi::xml_node property = properties.append_child("property");
    set(property, "name", name);
    set(property, "value", std::to_string(number));
  }
}

}  // namespace

std::string render_junit(const JunitSuite& suite) {
  const auto failing = std::count_if(suite.cases.begin(), suite.cases.end(),
                                     [](const JunitCase& one) { return one.failure.has_value(); });
  const auto broken = std::count_if(suite.cases.begin(), suite.cases.end(),
                                    [](const JunitCase& one) { return !one.errors.empty(); });
  pugi::xml_document document;
  pugi::xml_node head = document.append_child(pugi::node_declaration);
  head.append_attribute("version") = "1.0";
  head.append_attribute("encoding") = "UTF-8";
  pugi::xml_node node = document.append_child("testsuites").append_child("testsuite");
  set(node, "name", "dealcheck");
  set(node, "tests", std::to_string(suite.cases.size()));
  set(node, "failures", std::to_string(failing));
  set(node, "errors", std::to_string(broken));
  add_properties(node, suite);
  for (const JunitCase& one : suite.cases) add_case(node, one);
  std::ostringstream text;
  document.save(text, "  ", pugi::format_default, pugi::encoding_utf8);
  return text.str();
}

}  // namespace dealcheck
