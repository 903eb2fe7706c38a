// SPDX-License-Identifier: Apache-2.0
#include "archive/history.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <nlohmann/json.hpp>

#include "base/value_or_throw.h"

namespace kaohe {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }
std::string text_of(const Json& json, const char* key) { return json.at(key).is_null() ? std::string() : json.at(key).get<std::string>(); }

std::string line_of(const HistoryEntry& entry) {
  Json summary = Json::object();
  for (const auto& [outcome, count] : entry.summary) summary[outcome] = count;
  const Json out = {{"name", entry.name},           {"seal", entry.seal},         {"as_of", or_null(entry.as_of)},       {"submitted_by", or_null(entry.by)},
                    {"submitted_on", or_null(entry.on)}, {"document", or_null(entry.document)}, {"replaces", or_null(entry.replaces)}, {"exit", entry.exit},
                    {"summary", summary},           {"previous", or_null(entry.previous)}};
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<HistoryEntry> entry_of(std::string_view line) {
  try {
    const Json json = Json::parse(line);
    HistoryEntry out{json.at("name").get<std::string>(), json.at("seal").get<std::string>(), text_of(json, "as_of"), text_of(json, "submitted_by"), text_of(json, "submitted_on"),
                     text_of(json, "document"), text_of(json, "replaces"), json.at("exit").get<int>(), {}, text_of(json, "previous")};
    for (const auto& [outcome, count] : json.at("summary").items()) out.summary.emplace_back(outcome, count.get<std::uint64_t>());
    return out;
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

}  // namespace

History read_history(std::string_view index) {
  History out;
  for (std::size_t number = 1; !index.empty(); ++number) {
    const std::size_t end = index.find('\n');
    const std::string_view line = index.substr(0, end);
    index.remove_prefix(end == std::string_view::npos ? index.size() : end + 1);
    const std::string at = std::to_string(number);
    auto entry = end == std::string_view::npos ? std::nullopt : entry_of(line);
    if (!entry) {
      out.faults.push_back({"history-broken", kIndexName, {"第 " + at + " 行无法读取", "line " + at + " cannot be read"}});
    } else {
      if (entry->previous != out.head) {
        out.faults.push_back({"history-broken", kIndexName,
                              {"第 " + at + " 行（" + entry->name + "）与上一行衔接不上：所记上一行的 SHA-256 不符", "line " + at + " (" + entry->name + ") does not follow from the line before: the SHA-256 that it has of it is another"},
                              {"有一行被改动、删去或插入", "a line was changed, dropped or put in between"}});
      }
      out.entries.push_back(std::move(*entry));
    }
    out.head = sha256_hex(line);
  }
  return out;
}

HistoryWriter::HistoryWriter(const std::string& folder) : path_(folder + "/" + kIndexName) {
  constexpr mode_t kFile = 0666;
  file_ = Descriptor(::open(path_.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, kFile));
  if (!file_.open()) throw cannot_write(path_, errno);
  int locked = 0;
  do locked = flock(file_.number(), LOCK_EX);
  while (locked != 0 && errno == EINTR);
  if (locked != 0) throw cannot_write(path_, errno);
  const Source index = value_or_throw(read_file(path_));
  const History before = read_history(index.bytes);
  if (!before.faults.empty()) {
    const Phrase& why = before.faults.front().what;
    throw Refusal{{"“" + path_ + "”的链条已断，不再追加：" + why.zh, "the chain of \"" + path_ + "\" is broken, nothing is added to it: " + why.en}};
  }
  head_ = before.head;
  size_ = index.bytes.size();
}

void HistoryWriter::append(HistoryEntry entry) {
  entry.previous = head_;
  const std::string line = line_of(entry) + "\n";
  const ssize_t written = ::write(file_.number(), line.data(), line.size());
  const int error = written < 0 ? errno : written != static_cast<ssize_t>(line.size()) ? ENOSPC : fsync(file_.number()) != 0 ? errno : 0;
  if (error == 0) return;
  if (ftruncate(file_.number(), static_cast<off_t>(size_)) != 0) throw cannot_write(path_, errno);
  throw cannot_write(path_, error);
}

}  // namespace kaohe
