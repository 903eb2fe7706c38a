# SPDX-License-Identifier: Apache-2.0
"""A made-up country for the benchmarks: 1 + 31 + 193 + 2,844 = 3,069 regions, its indicators, and a plan that holds
every county and every province to a threshold of every indicator, year by year. The same names and numbers each time."""
import pathlib
import shutil
from dataclasses import dataclass

STEMS = "安宝昌常成大德东丰福高古光广贵海河衡红华怀吉嘉建江金靖景开兰乐丽良临灵龙隆罗茂梅绵明木南宁平青清泉仁荣瑞三山上石寿顺泰天通万望文武西仙祥新信兴秀阳宜义永玉元云长昭镇中竹"
PROVINCES = [*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66)]
NATION = "100000"
TOPICS = "工业 农业 城镇 农村 建筑 交通 林业 水利 商贸 文教".split()
MATTERS = "用水达标率 排放达标率 绿化覆盖率 节能完成率 污水处理率 垃圾处理率 资源利用率 监测合格率 清洁能源比重 服务人口 废气排放量 固废产生量 污染物浓度 最低流量 投诉办结率".split()
FIRST_YEAR = 2015


@dataclass
class Indicator:
    id: str
    name: str
    unit: str
    fold: str    # over the months of a year
    weight: str  # an indicator's id; empty: the sum over regions
    county: str  # what every county's year must reach (concentrations: must not exceed), so that about half of them do in every year
    province: str

    @property
    def higher(self):
        return self.fold != "max"


def name_of(number):
    return STEMS[number % len(STEMS)] + STEMS[number // len(STEMS) % len(STEMS)]


def prefectures(counties=2844):
    """(code, name), about one for fifteen counties: 193 for them all, the later provinces having one more."""
    out = []
    for i, province in enumerate(PROVINCES):
        for j in range(6 + (i >= 24)):
            out.append((f"{province}{j + 1:02d}00", name_of(31 + len(out) * 7) + "市"))
    return out[:max(1, round(193 * counties / 2844))]


def counties_of(count=2844):
    """(code, name), spread evenly over the prefectures, by code."""
    towns = prefectures(count)
    return sorted((towns[i % len(towns)][0][:4] + f"{i // len(towns) + 1:02d}", name_of(2000 + i) + ("县" if i % 3 else "区")) for i in range(count))


def indicators(count):
    """The first of each fifteen of a topic, 服务人口, is the weight of the others."""
    out = []
    matters = [m for m in MATTERS if m != "服务人口"]
    for i in range(count):
        topic = TOPICS[i // 15 % 10] + ("" if i < 150 else str(i // 150 + 1))
        weight = f"bench_{i // 15 * 15:03d}"
        name = topic + ("服务人口" if i % 15 == 0 else matters[i % 15 - 1])
        kind = next((k for k in (("服务人口", "万人", "last"), ("量", "吨", "sum"), ("浓度", "微克/立方米", "max")) if name.endswith(k[0])),
                    ("", "%", "mean"))
        kind = (kind[0], "吨", "min") if name.endswith("流量") else kind
        county, province = {"last": ("11", "4100"), "sum": ("460", "582"), "max": ("93.4", "88"), "min": ("5.6", "11"), "mean": ("38.5", "48.4")}[kind[2]]
        out.append(Indicator(f"bench_{i:03d}", name, kind[1], kind[2], "" if i % 15 == 0 else weight, county, province))
    return out


def rule(indicator, who, suffix, number, years, judged):
    when = f'met = "every year"\nfrom = {FIRST_YEAR}-01-01\n' if judged == "every" else ""
    return (f'\n[[rule]]\nid = "{indicator.id}-{suffix}"\ntitle = {{ zh = "{indicator.name}（{suffix}）", en = "{indicator.id} {suffix}" }}\n'
            f'source = {{ clause = "一", anchor = "{indicator.name}" }}\ntier = "binding"\nindicator = "{indicator.id}"\nfor = {who}\n'
            f'require = "{">=" if indicator.higher else "<="} {number} {indicator.unit}"\n{when}due = {FIRST_YEAR + years - 1}-12-31\n')


def write_world(folder, data, counties, chosen, years, judged):
    """folder/data and folder/rules; what the made-up country does not replace is copied from the project's `data`."""
    tables, rules = folder / "data", folder / "rules"
    for one in (tables, rules):
        one.mkdir(parents=True, exist_ok=True)
    for name in ("units.toml", "headers.toml", "checks.toml"):
        shutil.copy(pathlib.Path(data) / name, tables / name)
    (tables / "zones.toml").write_text('[[zone]]\nid = "none"\nname = { zh = "无", en = "none" }\n')
    (tables / "zones.csv").write_text("zone,code,name,date,source\n")
    rows = [(NATION, "全国", "province", "", "国")]
    provinces = sorted({code[:2] + "0000" for code, _ in counties})
    rows += [(code, name_of(i * 3) + "省", "province", NATION, "省") for i, code in enumerate(provinces)]
    rows += [(code, name, "prefecture", code[:2] + "0000", "地级市") for code, name in prefectures(len(counties))]
    rows += [(code, name, "county", code[:4] + "00", name[-1]) for code, name in counties]
    lines = [f"{code},{name},{level},{parent},{kind},1981-01-01,,,,," for code, name, level, parent, kind in sorted(rows)]
    (tables / "regions.csv").write_text("code,name,level,parent,kind,valid_from,valid_to,successor,other_names,members,note\n" + "\n".join(lines) + "\n")
    text = (pathlib.Path(data) / "indicators.toml").read_text()
    for one in chosen:
        spread = f'weight = "{one.weight}"' if one.weight else 'over_regions = "sum"'
        text += (f'\n[[indicator]]\nid = "{one.id}"\nnames = {{ zh = ["{one.name}"], en = ["{one.id}"] }}\nunit = "{one.unit}"\n'
                 f'range = "0 {one.unit} .."\nbetter = "{"higher" if one.higher else "lower"}"\nperiod = "year"\nover_time = "{one.fold}"\n{spread}\n')
    (tables / "indicators.toml").write_text(text)
    plan = ('[plan]\nid = "bench"\ntitle = { zh = "基准测试方案", en = "Benchmark plan" }\nissuer = { zh = "某部", en = "A ministry" }\n'
            f'status = "in force"\nissued = {FIRST_YEAR}-01-01\nregion = "{NATION}"\n')
    named = "[" + ", ".join(f'"{code}"' for code in provinces) + "]"
    for one in chosen:
        plan += rule(one, '"each county"', "counties", one.county, years, judged)
        plan += rule(one, named, "provinces", one.province, years, judged)
    (rules / "bench.toml").write_text(plan)
