// SPDX-License-Identifier: Apache-2.0
#include "load/submission/datapackage.h"

#include <nlohmann/json.hpp>

#include "load/submission/submission_text.h"

namespace kaohe {
namespace {

using Json = nlohmann::json;

class Package {
 public:
  Package(const Source& descriptor, Problems& problems) : problems_(problems) {
    place_.file = problems.files.add(descriptor.name);
    hints_.file = descriptor.name;
    hints_.sha256 = sha256_hex(descriptor.bytes);
  }

  std::optional<PackageHints> read(const std::string& bytes, std::string_view name) {
    const Json whole = Json::parse(bytes, nullptr, false);
    if (whole.is_discarded() || !whole.is_object()) {
      problems_.add("package-invalid", place_, {}, {"datapackage.json 不是有效的 JSON 对象，未采用", "datapackage.json is no JSON object and is not used"},
                    {"改正或移走该文件", "correct the file or move it away"});
      return std::nullopt;
    }
    const auto resources = whole.find("resources");
    if (resources == whole.end() || !resources->is_array()) return std::nullopt;
    for (const Json& resource : *resources) {
      if (!resource.is_object() || text(resource, "path") != name) continue;
      read_resource(resource);
      return std::move(hints_);
    }
    return std::nullopt;
  }

 private:
  static std::string text(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
  }

  void tell(const std::string& key, const Json& value) {
    const std::string written = key + ": " + shown(value.dump(-1, ' ', false, Json::error_handler_t::replace));
    problems_.add("package-unsupported", place_, kept(written),
                  {"datapackage.json 中的 " + written + " 无法照办", "datapackage.json says " + written + ", which is not supported"},
                  {"改用逗号、制表符或分号分隔、引号成对的 CSV", "write the file with commas, tabs or semicolons and doubled quotes"});
  }

  void read_resource(const Json& resource) {
    if (const std::string name = text(resource, "encoding"); !name.empty()) {
      hints_.encoding = parse_encoding(name);
      if (!hints_.encoding) tell("encoding", name);
    }
    if (const auto dialect = resource.find("dialect"); dialect != resource.end() && dialect->is_object()) {
      for (const auto& [key, value] : dialect->items()) read_dialect(key, value);
    }
    const auto schema = resource.find("schema");
    if (schema == resource.end() || !schema->is_object()) return;
    if (const auto missing = schema->find("missingValues"); missing != schema->end() && missing->is_array()) {
      for (const Json& one : *missing) {
        if (one.is_string()) hints_.missing_values.push_back(one.get<std::string>());
        if (one.is_object() && !text(one, "value").empty()) hints_.missing_values.push_back(text(one, "value"));
      }
    }
    read_fields(*schema);
  }

  void read_dialect(const std::string& key, const Json& value) {
    const std::string written = value.is_string() ? value.get<std::string>() : std::string();
    if (key == "delimiter" && (written == "," || written == "\t" || written == ";")) {
      hints_.delimiter = written.front();
    } else if ((key == "headerRows" && read_rows(value, hints_.header_rows)) ||
               (key == "commentRows" && read_rows(value, hints_.comment_rows))) {
      return;
    } else if (key == "commentChar" && !written.empty()) {
      hints_.comment_start = written;
    } else if (!harmless(key, value, written)) {
      tell(key, value);
    }
  }

  // What is so anyway, or makes no difference to us.
  static bool harmless(const std::string& key, const Json& value, const std::string& written) {
    if (key == "quoteChar") return written == "\"";
    if (key == "doubleQuote" || key == "header") return value == true;
    if (key == "lineTerminator") return written == "\n" || written == "\r\n" || written == "\r";
    return key == "skipInitialSpace" || key == "headerJoin" || key == "caseSensitiveHeader" || key == "csvddfVersion" ||
           key == "$schema" || key == "name" || key == "title" || key == "description" || value.is_null();
  }

  static bool read_rows(const Json& value, std::vector<std::uint32_t>& rows) {
    if (!value.is_array() || value.empty()) return false;
    for (const Json& row : value) {
      if (!row.is_number_unsigned() || row.get<std::uint64_t>() == 0 || row.get<std::uint64_t>() > UINT32_MAX) return false;
      rows.push_back(row.get<std::uint32_t>());
    }
    return true;
  }

  void read_fields(const Json& schema) {
    const auto fields = schema.find("fields");
    if (fields == schema.end() || !fields->is_array()) return;
    for (const Json& field : *fields) {
      if (!field.is_object()) continue;
      if (const std::string point = text(field, "decimalChar"); !point.empty() && point != ".") tell("decimalChar", point);
      if (const std::string group = text(field, "groupChar"); !group.empty() && group != ",") tell("groupChar", group);
    }
  }

  Problems& problems_;
  Place place_;
  PackageHints hints_;
};

}  // namespace

std::optional<PackageHints> package_hints(const Source& descriptor, std::string_view name, Problems& problems) {
  return Package(descriptor, problems).read(descriptor.bytes, name);
}

}  // namespace kaohe
