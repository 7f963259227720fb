#include "base/catalogue.hpp"

#include "base/file.hpp"

#include <doctest/doctest.h>

#include <string>

namespace dudao {

namespace {

/// catalogue.po beside this file, as msgfmt compiled it.
const std::string& compiled() {
    static const auto bytes =
        read_file(DUDAO_TEST_BINARY_DIR "/catalogue.mo", 1U << 20U).or_throw();
    return bytes;
}

Catalogue chinese() {
    return {"zh-CN", compiled()};
}

}  // namespace

TEST_SUITE("base/catalogue") {
    TEST_CASE("English is every text as it is") {
        const Catalogue english;
        CHECK(english.language() == "en");
        CHECK(english.text("open") == "open");
        CHECK(english.text("issue status", "open") == "open");
        CHECK(english.text(1, "{0} visit", "{0} visits") == "{0} visit");
        CHECK(english.text(0, "{0} visit", "{0} visits") == "{0} visits");
        CHECK(english.text(2, "{0} visit", "{0} visits") == "{0} visits");
    }

    TEST_CASE("a text is found in the language of the catalogue") {
        CHECK(chinese().language() == "zh-CN");
        CHECK(chinese().text("no such unit '{0}'") == "没有编号为“{0}”的门店");
    }

    TEST_CASE("the first and the last of the sorted texts are found") {
        CHECK(chinese().text("a") == "甲");
        CHECK(chinese().text("zzzz") == "末");
    }

    TEST_CASE("the context tells two words apart") {
        CHECK(chinese().text("open") == "打开");
        CHECK(chinese().text("issue status", "open") == "待整改");
        CHECK(chinese().text("unit status", "open") == "营业");
    }

    TEST_CASE("a word in an unknown context stays English") {
        CHECK(chinese().text("plan status", "open") == "open");
    }

    TEST_CASE("one form serves every number") {
        CHECK(chinese().text(1, "{0} visit", "{0} visits") == "{0} 次巡检");
        CHECK(chinese().text(5, "{0} visit", "{0} visits") == "{0} 次巡检");
    }

    TEST_CASE("what the catalogue does not have stays English") {
        CHECK(chinese().text("not translated yet") == "not translated yet");
        CHECK(chinese().text("never heard of") == "never heard of");
        CHECK(chinese().text(2, "{0} day", "{0} days") == "{0} days");
    }

    TEST_CASE("the header of the catalogue is not a translation of nothing") {
        CHECK(chinese().text("") == "");
    }

    TEST_CASE("two languages can be used side by side") {
        const Catalogue english;
        const auto other = chinese();
        CHECK(english.text("open") == "open");
        CHECK(other.text("open") == "打开");
        CHECK(english.text("open") == "open");
    }

    TEST_CASE("anything but a catalogue counts as empty") {
        for (const auto& bytes : {std::string{},
                                  std::string{"x"},
                                  std::string{"\xDE\x12\x04\x95"},
                                  std::string{"\x95\x04\x12\xDE"} + compiled().substr(4),
                                  std::string(1000, '\xFF')}) {
            const Catalogue damaged{"zh-CN", bytes};
            CHECK(damaged.text("open") == "open");
            CHECK(damaged.text("issue status", "open") == "open");
        }
    }

    TEST_CASE("a catalogue cut off anywhere never reads beyond its end") {
        for (std::size_t size = 0; size < compiled().size(); ++size) {
            const std::string part =
                compiled().substr(0, size);  // a copy, so that ASan sees its end
            const Catalogue damaged{"zh-CN", part};
            CAPTURE(size);
            const auto text = damaged.text("no such unit '{0}'");
            CHECK_FALSE(text.empty());
        }
    }
}

}  // namespace dudao
