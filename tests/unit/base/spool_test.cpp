#include "base/spool.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

namespace dudao {

TEST_SUITE("base/spool") {
    TEST_CASE("what was held back comes out in its order") {
        SpooledStream held;
        held << "门店 " << 12 << '\n';
        std::ostringstream out;
        held.copy_to(out);
        CHECK(out.str() == "门店 12\n");
    }

    TEST_CASE("nothing held back is nothing") {
        SpooledStream held;
        std::ostringstream out;
        held.copy_to(out);
        CHECK(out.str().empty());
    }

    TEST_CASE("more than memory should hold comes out whole") {
        SpooledStream held;
        std::string all;
        for (int n = 0; all.size() < 10'000'000; ++n) {
            const auto line = "行 " + std::to_string(n) + '\n';
            held << line;
            all += line;
        }
        std::ostringstream out;
        held.copy_to(out);
        CHECK((out.str() == all));
    }

    TEST_CASE("a zero byte is held back as well") {
        SpooledStream held;
        held.put('\0');
        held.write("a\0b", 3);
        std::ostringstream out;
        held.copy_to(out);
        CHECK(out.str() == std::string{"\0a\0b", 4});
    }

    TEST_CASE("what came out does not come out again") {
        SpooledStream held;
        held << "once";
        std::ostringstream out;
        held.copy_to(out);
        held.copy_to(out);
        held << " more";
        held.copy_to(out);
        CHECK(out.str() == "once more");
    }
}

}  // namespace dudao
