#include "workflow/item_words.hpp"

#include <doctest/doctest.h>

namespace dudao::workflow {

TEST_SUITE("workflow/item_words") {
    using domain::ItemKind;
    using domain::Method;

    TEST_CASE("kinds are known by what people call them, and by their names") {
        CHECK(item_kind_of("判断") == ItemKind::pass_fail);
        CHECK(item_kind_of("判斷") == ItemKind::pass_fail);
        CHECK(item_kind_of("測量") == ItemKind::number);
        CHECK(item_kind_of("签字") == ItemKind::signature);
        CHECK(item_kind_of("step") == ItemKind::step);
    }

    TEST_CASE("kinds that need more than a row can say are none") {
        for (const auto kind :
             {ItemKind::scale, ItemKind::choices, ItemKind::stopwatch, ItemKind::knowledge}) {
            CHECK(item_kind_of(domain::item_kinds.word(kind)) == std::nullopt);
        }
        CHECK(item_kind_of("") == std::nullopt);
    }

    TEST_CASE("a flag is yes, no, or neither") {
        CHECK(yes_or_no("√") == true);
        CHECK(yes_or_no("YES") == true);
        CHECK(yes_or_no("") == false);
        CHECK(yes_or_no("否") == false);
        CHECK(yes_or_no("也许") == std::nullopt);
    }

    TEST_CASE("what makes an item critical stands among other words") {
        CHECK(is_veto("一票否决项"));
        CHECK(is_red_line("食安紅線"));
        CHECK(is_key("關鍵"));
        CHECK(is_key("Key item"));
        CHECK_FALSE(is_key("一般"));
        CHECK_FALSE(is_veto(""));
    }

    TEST_CASE("the method is the first that the cell names") {
        CHECK(method_of("现场查看，抽查 5 种") == Method::observe);
        CHECK(method_of("查閱台帳") == Method::record);
        CHECK(method_of("Interview staff") == Method::interview);
        CHECK(method_of("") == std::nullopt);
    }
}

}  // namespace dudao::workflow
