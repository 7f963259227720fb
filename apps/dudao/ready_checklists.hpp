#pragma once

#include <string_view>
#include <vector>

namespace dudao {

/// A checklist that is part of the program.
struct ReadyChecklist {
    std::string_view code;  ///< also its file's name, without .yaml
    std::string_view path;  ///< below config/, such as checklists/qsc-store.yaml
    std::string_view bytes;
};

/// The library of ready checklists, by code.
std::vector<ReadyChecklist> ready_checklists();

/// The one with this code. Errors (thrown): unknown_word, with the nearest code.
ReadyChecklist ready_checklist(std::string_view code);

}  // namespace dudao
