# SPDX-License-Identifier: Apache-2.0
# Tests that look at the program from outside. A folder in tests/cases/ or examples/ is a case: nothing to register.
if(NOT Python3_EXECUTABLE AND EXISTS /usr/bin/python3)
  set(Python3_EXECUTABLE /usr/bin/python3)  # Debian's own, which python3-jsonschema is installed for
endif()
find_package(Python3 3.11 REQUIRED COMPONENTS Interpreter)
set(tools ${CMAKE_CURRENT_SOURCE_DIR}/tools)

foreach(kind case example)
  if(kind STREQUAL "case")
    set(home ${CMAKE_CURRENT_SOURCE_DIR}/cases)
  else()
    set(home ${PROJECT_SOURCE_DIR}/examples)
  endif()
  file(GLOB folders CONFIGURE_DEPENDS LIST_DIRECTORIES true ${home}/*)
  foreach(folder IN LISTS folders)
    if(IS_DIRECTORY ${folder})
      get_filename_component(name ${folder} NAME)
      add_test(NAME "${kind}: ${name}"
        COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/run_case.py $<TARGET_FILE:kaohe> ${folder})
    endif()
  endforeach()
endforeach()

function(kaohe_tool NAME SCRIPT)
  add_test(NAME "${NAME}" COMMAND Python3::Interpreter ${tools}/${SCRIPT} ${ARGN} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
endfunction()
kaohe_tool("rooms include only what docs/architecture.md allows" check_rooms.py ${PROJECT_SOURCE_DIR})
kaohe_tool("rule files follow their schema" check_schema.py ${PROJECT_SOURCE_DIR})
kaohe_tool("reports follow their schema" check_reports.py $<TARGET_FILE:kaohe> ${PROJECT_SOURCE_DIR})
kaohe_tool("every problem code is told" check_codes.py ${PROJECT_SOURCE_DIR})
kaohe_tool("console blocks show what the program says" check_readme.py $<TARGET_FILE:kaohe> ${PROJECT_SOURCE_DIR})
kaohe_tool("the manual page names every option" check_manual.py $<TARGET_FILE:kaohe> ${PROJECT_SOURCE_DIR})
kaohe_tool("the same figures give the same verdicts" same_verdicts.py $<TARGET_FILE:kaohe>
  ${PROJECT_SOURCE_DIR}/examples/jiangxi-counties-2020 ${PROJECT_SOURCE_DIR}/examples/jiangxi-2020)
kaohe_tool("other CSV readers read the same" check_csv.py $<TARGET_FILE:csv_rows> ${PROJECT_SOURCE_DIR})
kaohe_tool("both sums hold, whatever is handed in" check_sums.py $<TARGET_FILE:kaohe>)
kaohe_tool("hostile files are read or refused in bounded memory" check_hostile.py $<TARGET_FILE:kaohe>)
kaohe_tool("the installed program works elsewhere" check_install.py ${PROJECT_BINARY_DIR} ${PROJECT_SOURCE_DIR})
