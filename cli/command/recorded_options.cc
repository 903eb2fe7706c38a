// SPDX-License-Identifier: Apache-2.0
// The question that an archive records, asked again: its files are read out of the archive, under the names that they had.
#include <map>

#include "base/text.h"
#include "base/value_or_throw.h"
#include "command/archive.h"

namespace kaohe {
namespace {

Result<Source> read_member(const Package& package, const RecordedFile& file) {
  const Member* member = package.find(file.path);
  if (member == nullptr) return Refusal{{"归档中没有它记录的文件“" + visible(file.path) + "”", "the file \"" + visible(file.path) + "\" that it records is not in the archive"}};
  auto bytes = package.bytes(*member);
  if (!bytes.ok()) return bytes.refusal();
  return Source{file.name, std::move(bytes.value())};
}

}  // namespace

Result<Recorded> recorded_of(const Package& package) {
  const Member* member = package.find(kRecordedPath);
  if (member == nullptr) {
    return Refusal{{"没有 data/options.json，不是 kaohe 的归档", "it has no data/options.json and is no archive of kaohe"}};
  }
  constexpr std::uint64_t kLargest = std::uint64_t{1} << 28U;
  if (member->size > kLargest) return Refusal{{"data/options.json 过大", "data/options.json is too large"}};
  auto bytes = package.bytes(*member);
  if (!bytes.ok()) return bytes.refusal();
  return read_recorded({kRecordedPath, std::move(bytes.value())});
}

CheckOptions recorded_options(const Recorded& recorded, const Package& package) {
  CheckOptions options = check_options(recorded.arguments, Language::kEn);
  std::map<std::pair<FileRole, std::string>, const RecordedFile*> files;
  for (const RecordedFile& file : recorded.files) files.emplace(std::pair(file.role, file.name), &file);
  options.read = [files = std::move(files), &package](FileRole role, const std::string& name) -> Result<Source> {
    const auto found = files.find({role, name});
    if (found != files.end()) {
      return value_or_throw(read_member(package, *found->second));
    }
    const Refusal absent{{"归档未记录文件“" + visible(name) + "”", "the archive records no file \"" + visible(name) + "\""}};
    if (role != FileRole::kPackage) throw Refusal(absent);  // a datapackage.json need not be there
    return absent;
  };
  Sources sources;
  for (const RecordedFile& file : recorded.files) {
    if (file.role != FileRole::kRules && file.role != FileRole::kTable) continue;
    (file.role == FileRole::kRules ? sources.rules : sources.data).push_back(value_or_throw(read_member(package, file)));
  }
  options.sources = std::move(sources);
  return options;
}

void add_faults(const Faults& faults, Problems& problems) {
  for (const Fault& fault : faults) {
    Place place;
    if (!fault.path.empty()) place.file = problems.files.add(fault.path);
    problems.add(fault.code, place, {}, fault.what, fault.hint);
  }
}

}  // namespace kaohe
