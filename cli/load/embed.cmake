# SPDX-License-Identifier: Apache-2.0
# Writes OUTPUT: a C++ source holding each of FILES (relative to SOURCE) byte for byte, as load/embedded.h declares.
set(text "// NOLINTBEGIN: generated\n#include \"load/embedded.h\"\n\nnamespace kaohe {\n\nstd::vector<EmbeddedFile> embedded_files() {\n  return {\n")
foreach(file IN LISTS FILES)
  file(READ "${SOURCE}/${file}" hex HEX)
  string(LENGTH "${hex}" digits)
  math(EXPR size "${digits} / 2")
  # Sixteen bytes a line.
  string(REGEX REPLACE "(................................)" "\\1\"\n\"" lines "${hex}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${lines}")
  string(APPEND text "      {\"${file}\", std::string_view(\n\"${bytes}\", ${size})},\n")
endforeach()
string(APPEND text "  };\n}\n\n}  // namespace kaohe\n// NOLINTEND\n")
file(WRITE "${OUTPUT}" "${text}")
