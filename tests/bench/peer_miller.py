# SPDX-License-Identifier: Apache-2.0
"""The same check for Miller: its verbs for the pass over the rows, its language for what comes after. It reckons in doubles; values
are taken as whole hundredths, so that it is exact too."""


def table(chosen, value):
    return "{" + ", ".join(f'"{one.name}": {value(one)}' for one in chosen) + "}"


def text(value):
    return '"' + value + '"'


def command(path, chosen):
    after = f"""begin {{
  @id = {table(chosen, lambda one: text(one.id))}; @fold = {table(chosen, lambda one: text(one.fold))};
  @weight = {table(chosen, lambda one: text(next((w.name for w in chosen if w.id == one.weight), "")))};
  @sign = {table(chosen, lambda one: 1 if one.higher else -1)};
  @county = {table(chosen, lambda one: round(float(one.county) * 1200))}; @province = {table(chosen, lambda one: round(float(one.province) * 1200))};
}}
str name = $indicator;
str fold = @fold[name];
num v = fold == "mean" ? $v_sum : fold == "sum" ? $v_sum * 12 : fold == "max" ? $v_max * 12 : fold == "min" ? $v_min * 12 : $december_max * 12;
@failed[@id[name]."-counties"] += v * @sign[name] < @county[name] * @sign[name] ? 1 : 0;
@year[name][$code][$y] = v;
end {{
  for (name, regions in @year) {{
    weight = @weight[name];
    map total = {{}}; map weights = {{}};
    for (code, years in regions) {{
      for (y, v in years) {{
        key = substr(code, 0, 1).y;
        w = weight == "" ? 1 : @year[weight][code][y];
        total[key] = (is_absent(total[key]) ? 0 : total[key]) + v * w;
        weights[key] = weight == "" ? 1 : (is_absent(weights[key]) ? 0 : weights[key]) + w;
      }}
    }}
    for (key, sum in total) {{
      @failed[@id[name]."-provinces"] += sum * @sign[name] < @province[name] * @sign[name] * weights[key] ? 1 : 0;
    }}
  }}
  for (rule, count in @failed) {{ print rule." ".count; }}
}}"""
    return ["mlr", "--icsv", "--onidx", "label", "code,name,period,indicator,value,unit,source",
            "then", "put", '$y = substr($period, 0, 3); $v = roundm($value * 100, 1); if (substr($period, 5, 6) == "12") {$december = $v}',
            "then", "stats1", "-a", "sum,min,max", "-f", "v,december", "-g", "code,indicator,y", "then", "put", "-q", after, str(path)]
