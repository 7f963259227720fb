#pragma once

#include <string_view>

namespace dudao::commands {

/// What the command line says of one item.
struct ItemValue {
    std::string_view item;
    std::string_view value;
};

/// Reads "Q01=P"; `shape` says in errors what it should look like. Errors (thrown):
/// usage_bad_value.
ItemValue item_value(std::string_view text, std::string_view shape = "ITEM=ANSWER");

}  // namespace dudao::commands
