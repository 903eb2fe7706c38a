// SPDX-License-Identifier: Apache-2.0
#include "base/problem.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace kaohe {
namespace {

// The one list of codes, sorted. A code's severity never depends on where it is raised.
constexpr ProblemKind kKinds[] = {
    {"anchor-long", Severity::kWarning},  // an anchor points, it does not copy
    {"archive-altered", Severity::kError},  // a file of an archive is not as its manifest says
    {"archive-clash", Severity::kError},  // two names that some system takes for one
    {"archive-fetch", Severity::kError},  // a bag whose files are elsewhere
    {"archive-link", Severity::kError},  // a link, a device, a sparse file
    {"archive-missing", Severity::kError},
    {"archive-name", Severity::kError},  // a path that could lead out of the archive
    {"archive-paper", Severity::kError},  // a page, a README that does not follow from the verdicts
    {"archive-report", Severity::kError},  // judged again, the report is another
    {"archive-signature", Severity::kError},
    {"archive-size", Severity::kError},  // more, or less, than the archive says
    {"archive-syntax", Severity::kError},  // a tag file that cannot be understood
    {"archive-tar", Severity::kError},
    {"archive-unlisted", Severity::kError},  // a file that nothing vouches for
    {"as-of-missing", Severity::kError},  // only records: the as-of date must be given
    {"baseline-missing", Severity::kWarning},  // a trend against a base period that nobody names
    {"blank-filled", Severity::kNote},  // merged cells: the cell above was taken
    {"check-balance", Severity::kWarning},  // cross-checks of data/checks.toml, one code a kind
    {"check-jump", Severity::kWarning},
    {"check-months", Severity::kWarning},
    {"check-on-target", Severity::kWarning},
    {"check-parts", Severity::kWarning},
    {"check-ratio", Severity::kWarning},
    {"check-same-year", Severity::kWarning},
    {"column-repeated", Severity::kError},  // two columns for the same thing
    {"column-unknown", Severity::kError},  // a column of numbers that is neither a period nor known
    {"columns-ignored", Severity::kNote},
    {"date-impossible", Severity::kError},  // in a rule file: no year, or outside 1000 to 9999
    {"date-invalid", Severity::kError},
    {"date-missing", Severity::kError},  // a record without its day
    {"date-order", Severity::kError},  // in a rule file: an end before its beginning
    {"due-before-issue", Severity::kWarning},
    {"duty-missing", Severity::kError},  // a record that names no duty
    {"duty-unknown", Severity::kError},
    {"encoding-invalid", Severity::kError},  // bytes that fit no encoding
    {"evidence-altered", Severity::kError},  // not the file that the record means
    {"evidence-missing", Severity::kWarning},
    {"evidence-outside", Severity::kError},  // a name that leads out of the folder of evidence
    {"figure-conflict", Severity::kError},  // the same figure twice with different values
    {"figure-repeated", Severity::kNote},  // the same figure twice with equal values
    {"file-empty", Severity::kError},  // no row with anything in it
    {"file-unreadable", Severity::kError},  // the machine refused to read it
    {"history-broken", Severity::kError},  // a line of the index that does not follow from the one before
    {"history-missing", Severity::kError},  // an archive that is in the index only, or in the folder only
    {"id-duplicate", Severity::kError},  // an id or a name that stands for something already
    {"id-form", Severity::kError},
    {"indicator-ambiguous", Severity::kError},
    {"indicator-cycle", Severity::kError},  // computed from itself
    {"indicator-from-title", Severity::kNote},
    {"indicator-missing", Severity::kError},
    {"indicator-unknown", Severity::kError},
    {"indicator-unused", Severity::kWarning},  // no rule of any plan asks for it
    {"interval-syntax", Severity::kError},
    {"key-contradiction", Severity::kError},  // keys of a rule file that do not go together
    {"key-missing", Severity::kError},  // a key of a rule file or table
    {"key-unknown", Severity::kError},
    {"layout-ambiguous", Severity::kError},  // a header that can be read in two ways
    {"layout-unknown", Severity::kError},  // no row is a header
    {"ledger-repeated", Severity::kWarning},  // a row of a plan's ledger stands in two places
    {"multiplier-invalid", Severity::kError},  // a power of ten that is none
    {"nothing-selected", Severity::kError},  // --region or --only match no rule or unit
    {"nothing-submitted", Severity::kError},  // neither figures nor records
    {"number-approximate", Severity::kError},
    {"number-date", Severity::kError},  // a spreadsheet made a day of it, or a day stands there
    {"number-disagrees", Severity::kError},  // 1.39万公顷(10.84万亩): the same thing twice, and not the same
    {"number-exponent", Severity::kError},
    {"number-formula", Severity::kError},  // #REF!, ####, =A1
    {"number-group", Severity::kError},
    {"number-invalid", Severity::kError},
    {"number-letter", Severity::kError},  // the letter O for 0
    {"number-range", Severity::kError},  // outside the indicator's range
    {"number-too-long", Severity::kError},
    {"number-two-units", Severity::kNote},  // the same thing in two units, which agree
    {"package-invalid", Severity::kError},  // datapackage.json beside a file
    {"package-unsupported", Severity::kError},  // it asks for what we cannot do
    {"percentage-as-fraction", Severity::kWarning},  // 0.63 for 63 %
    {"period-from-title", Severity::kNote},
    {"period-invalid", Severity::kError},
    {"period-missing", Severity::kError},
    {"period-too-many", Severity::kError},  // different ones in a submission
    {"plan-empty", Severity::kError},  // a plan without rules
    {"plan-none", Severity::kError},  // no plan binds what was handed in
    {"plan-unknown", Severity::kError},  // --plan names none
    {"quote-stray", Severity::kError},  // text after a closing quote
    {"quote-unclosed", Severity::kError},  // a quote that opens a field and is never closed
    {"range-empty", Severity::kError},  // begins above its end
    {"region-ambiguous", Severity::kError},
    {"region-by-context", Severity::kNote},  // of several of one name, the one that fits the file
    {"region-ended", Severity::kError},  // it was no more, and no single heir carries it on
    {"region-from-title", Severity::kNote},
    {"region-grace", Severity::kNote},  // ended or founded within a year of the period
    {"region-mapped", Severity::kNote},  // an older or newer form of the region of that day
    {"region-mismatch", Severity::kError},  // code and name are of different regions
    {"region-missing", Severity::kError},
    {"region-not-yet", Severity::kError},  // it did not exist yet
    {"region-unknown", Severity::kError},
    {"register-date", Severity::kError},
    {"register-overlap", Severity::kError},  // one code for two regions at the same time
    {"register-row", Severity::kError},
    {"row-fields", Severity::kError},  // more fields than columns
    {"row-too-large", Severity::kError},
    {"rows-none", Severity::kWarning},  // a header without data
    {"rows-skipped", Severity::kNote},
    {"rule-ambiguous", Severity::kError},  // a waiver's rule that several plans have
    {"rule-test", Severity::kError},  // no test, or more than one
    {"rule-unknown", Severity::kError},
    {"status-missing", Severity::kError},
    {"status-unknown", Severity::kError},
    {"strict-same", Severity::kWarning},  // a strict reading that says nothing else
    {"table-encoding", Severity::kError},
    {"table-missing", Severity::kError},  // a table of data/ is not there
    {"target-always", Severity::kWarning},  // every figure in range passes
    {"target-never", Severity::kWarning},  // no figure in range, or no number of units, could pass
    {"target-outside-range", Severity::kWarning},  // no figure could ever reach or miss it
    {"target-syntax", Severity::kError},
    {"title-shared", Severity::kWarning},  // two rules of a plan under one title
    {"toml-syntax", Severity::kError},
    {"total-taken", Severity::kNote},  // a total was read as its parent's figure
    {"total-unclear", Severity::kError},
    {"unit-assumed", Severity::kNote},
    {"unit-converted", Severity::kNote},
    {"unit-differs", Severity::kNote},  // the cell's unit is not the column's
    {"unit-dimension", Severity::kError},
    {"unit-line-unknown", Severity::kWarning},
    {"unit-missing", Severity::kError},
    {"unit-unknown", Severity::kError},
    {"value-type", Severity::kError},  // a value of a rule file that is of another type
    {"value-unknown", Severity::kError},  // a word that the key cannot have
    {"waiver-expired", Severity::kWarning},
    {"waiver-not-needed", Severity::kWarning},
    {"waiver-not-yet", Severity::kWarning},
    {"waiver-unused", Severity::kWarning},
    {"zone-unknown", Severity::kError},
};

const ProblemKind& kind_of(std::string_view code) {
  const auto* found = std::lower_bound(std::begin(kKinds), std::end(kKinds), code, [](const ProblemKind& kind, std::string_view of) { return kind.code < of; });
  if (found != std::end(kKinds) && found->code == code) return *found;
  throw std::logic_error("unknown problem code: " + std::string(code));
}

}  // namespace

const std::vector<ProblemKind>& problem_kinds() {
  static const std::vector<ProblemKind> kinds(std::begin(kKinds), std::end(kKinds));
  return kinds;
}

std::string_view word(Severity severity) {
  switch (severity) {
    case Severity::kNote: return "note";
    case Severity::kWarning: return "warning";
    case Severity::kError: break;
  }
  return "error";
}

std::uint64_t Problems::key_of(std::size_t kind, const Place& place) {
  return static_cast<std::uint64_t>(kind) << 56U | static_cast<std::uint64_t>(place.file & 0xFFFFFFU) << 32U | place.field;
}

const Problems::Counters& Problems::counters(std::string_view code, const Place& place) {
  if (last_.kind != nullptr && last_.file == place.file && last_.field == place.field && last_.kind->code == code) return last_;
  last_.kind = &kind_of(code);
  last_.file = place.file;
  last_.field = place.field;
  const auto number = static_cast<std::size_t>(last_.kind - kKinds);
  Place whole = place;
  whole.field = 0;
  last_.column = &columns_[key_of(number, place)];
  last_.whole = &files_[key_of(number, whole)];
  return last_;
}

bool Problems::only_counts(std::string_view code, const Place& place) {
  if (place.row == 0) return false;  // not of a table: there are never many
  const Counters& here = counters(code, place);
  return here.column->listed >= kListedInColumn || here.whole->listed >= kListedInFile;
}

void Problems::count_more(std::string_view code, const Place& last, std::uint64_t count) {
  const Counters& here = counters(code, last);
  Problem& first = all_[here.column->listed > 0 ? here.column->first : here.whole->first];
  if (first.more == 0 || first.last < last) first.last = last;
  first.more += count;
}

bool Problems::counted(std::string_view code, const Place& place) {
  if (!only_counts(code, place)) return false;
  count_more(code, place, 1);
  return true;
}

void Problems::add(std::string_view code, const Place& place, std::string text, Phrase message, Phrase hint) {
  if (place.row != 0) {
    if (counted(code, place)) return;
    const Counters& here = counters(code, place);
    for (Group* group : {here.column, here.whole}) {
      if (group->listed++ == 0) group->first = all_.size();
    }
  }
  const ProblemKind& kind = kind_of(code);
  errors_by_cell_.reset();
  all_.push_back({kind.severity, kind.code, place, std::move(text), std::move(message), std::move(hint)});
}

std::size_t Problems::count(Severity severity) const {
  std::size_t n = 0;
  for (const Problem& problem : all_) {
    if (problem.severity == severity) n += 1 + static_cast<std::size_t>(problem.more);
  }
  return n;
}

bool Problems::has(std::string_view code) const {
  return std::any_of(all_.begin(), all_.end(), [code](const Problem& problem) { return problem.code == code; });
}

std::span<const std::uint32_t> Problems::errors_of(const Place& cell) const {
  const auto key = [](const Place& place) { return std::tuple(place.file, place.row, place.field); };
  const auto key_of = [&](std::uint32_t number) { return key(all_[number].place); };
  if (!errors_by_cell_) {
    std::vector<std::uint32_t>& numbers = errors_by_cell_.emplace();
    for (std::uint32_t i = 0; i < all_.size(); ++i) {
      if (all_[i].severity == Severity::kError) numbers.push_back(i);
    }
    std::stable_sort(numbers.begin(), numbers.end(), [&](std::uint32_t a, std::uint32_t b) { return key_of(a) < key_of(b); });
  }
  const auto begin = std::lower_bound(errors_by_cell_->begin(), errors_by_cell_->end(), key(cell), [&](std::uint32_t number, const auto& of) { return key_of(number) < of; });
  const auto end = std::find_if(begin, errors_by_cell_->end(), [&](std::uint32_t number) { return key_of(number) != key(cell); });
  return {begin, end};
}

void Problems::raise_warnings() {
  errors_by_cell_.reset();
  for (Problem& problem : all_) {
    if (problem.severity == Severity::kWarning) problem.severity = Severity::kError;
  }
}

std::vector<Place*> Problems::places() {
  std::vector<Place*> out;
  for (Problem& problem : all_) {
    out.push_back(&problem.place);
    out.push_back(&problem.last);
  }
  return out;
}

void Problems::set_excerpt(std::size_t index, std::string excerpt, std::uint32_t from) {
  all_[index].excerpt = std::move(excerpt);
  all_[index].excerpt_from = from;
}

void Problems::sort() {
  errors_by_cell_.reset();
  std::stable_sort(all_.begin(), all_.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.place, a.code, a.text) < std::tie(b.place, b.code, b.text);
  });
}

std::string excel_cell(const Place& place) {
  if (place.field == 0 || place.row == 0) return {};
  std::string letters;
  for (std::uint32_t n = place.field; n > 0; n = (n - 1) / 26) letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
  return letters + std::to_string(place.row);
}

}  // namespace kaohe
