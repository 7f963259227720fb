# Writes OUTPUT, a C++ file that defines dudao::embedded (apps/dudao/embedded.hpp), from:
#   CONFIG   folder whose files become config()
#   zh_CN, zh_TW   compiled catalogues: zh_CN_mo() gives the bytes of the file
# Called as a script: cmake -D OUTPUT=… -D CONFIG=… -D zh_CN=… -D zh_TW=… -P Embed.cmake

# The bytes of a file as string literals of 32 bytes a line: a compiler reads them many times as
# quickly as a list of characters.
function(literal_of file into)
    file(READ ${file} hex HEX)
    string(REGEX REPLACE "(................................................................)"
        "\\1\"\n    \"" hex "${hex}")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" chars "${hex}")
    set(${into} "\n    \"${chars}\"" PARENT_SCOPE)
endfunction()

set(text "#include \"embedded.hpp\"\n\n#include <array>\n\nnamespace dudao::embedded {\n\nnamespace {\n\n")
set(count 0)
foreach(language zh_CN zh_TW)
    literal_of(${${language}} literal)
    string(APPEND text "constexpr char ${language}_bytes[] = ${literal};\n\n")
endforeach()
file(GLOB_RECURSE paths RELATIVE ${CONFIG} ${CONFIG}/*.yaml)
list(SORT paths)
foreach(path IN LISTS paths)
    literal_of(${CONFIG}/${path} literal)
    string(APPEND text "constexpr char file_${count}[] = ${literal};\n\n")
    string(APPEND entries "    {\"${path}\", {file_${count}, sizeof file_${count} - 1}},\n")
    math(EXPR count "${count} + 1")
endforeach()
string(APPEND text "constexpr std::array<std::pair<std::string_view, std::string_view>, ${count}> files{{\n${entries}}};\n\n}  // namespace\n\n")
foreach(language zh_CN zh_TW)
    string(APPEND text "std::string_view ${language}_mo() noexcept {\n    return {${language}_bytes, sizeof ${language}_bytes - 1};\n}\n\n")
endforeach()
string(APPEND text "std::span<const std::pair<std::string_view, std::string_view>> config() noexcept {\n    return files;\n}\n\n}  // namespace dudao::embedded\n")
file(WRITE ${OUTPUT} "${text}")
