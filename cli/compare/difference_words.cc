// SPDX-License-Identifier: Apache-2.0
#include "compare/difference.h"

namespace kaohe {
namespace {

struct AspectName {
  std::string_view word;
  Phrase name;
};

const AspectName& entry(Aspect aspect) {
  static const AspectName kNames[] = {
      {"tier", {"层级", "tier"}},
      {"indicator", {"指标", "indicator"}},
      {"test", {"判定方式", "test"}},
      {"target", {"目标", "target"}},
      {"span", {"约束时段", "periods held to it"}},
      {"start", {"起始", "start"}},
      {"baseline", {"基期", "baseline"}},
      {"deadline", {"期限", "deadline"}},
      {"who", {"考核对象", "who"}},
      {"items", {"分项", "items"}},
      {"roll-up", {"汇总要求", "roll-up"}},
      {"comparison", {"比较方法", "comparison"}},
      {"local", {"下达目标", "local target"}},
      {"rules", {"所含任务", "rules under it"}},
      {"reading", {"从严理解", "strict reading"}},
      {"anchor", {"原文", "wording"}},
  };
  return kNames[static_cast<std::size_t>(aspect)];
}

}  // namespace

std::string_view word(Aspect aspect) { return entry(aspect).word; }
const Phrase& name(Aspect aspect) { return entry(aspect).name; }

std::string_view word(Turn turn) {
  switch (turn) {
    case Turn::kTightened: return "tightened";
    case Turn::kLoosened: return "loosened";
    case Turn::kEarlier: return "earlier";
    case Turn::kLater: return "later";
    case Turn::kChanged: break;
  }
  return "changed";
}

const Phrase& name(Turn turn) {
  static const Phrase kNames[] = {{"收紧", "tightened"}, {"放宽", "loosened"}, {"提前", "earlier"}, {"推后", "later"}, {"改变", "changed"}};
  return kNames[static_cast<std::size_t>(turn)];
}

std::string_view word(MatchedBy by) {
  switch (by) {
    case MatchedBy::kId: return "id";
    case MatchedBy::kTitle: return "title";
    case MatchedBy::kAnchor: break;
  }
  return "anchor";
}

}  // namespace kaohe
