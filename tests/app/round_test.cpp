#include "base/width.hpp"
#include "support/folder.hpp"
#include "support/terminal.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <cstdlib>
#include <sstream>

namespace dudao::test {

namespace {

/// A workspace with four shops and a checklist that has an item of every kind.
class Shop {
  public:
    explicit Shop(std::string language = "zh-CN") : language_(std::move(language)) {
        const std::string script = R"(. "$FIXTURES/shop.sh"; visited >/dev/null 2>&1)";
        Terminal shell{{"/bin/sh", "-c", script}, environment(), folder_.path(), {}};
        REQUIRE(shell.end() == 0);
        REQUIRE(shell.output().empty());
    }

    /// The program in a terminal: `arguments` follow its name.
    Terminal dudao(std::vector<std::string> arguments, Terminal::Size size = {}) const {
        arguments.insert(arguments.begin(), DUDAO_PROGRAM);
        return Terminal{arguments, environment(), folder_ / "shop", size};
    }

    /// What the program prints, without a person's keys.
    std::string said(std::vector<std::string> arguments) const {
        auto terminal = dudao(std::move(arguments));
        terminal.end();
        return terminal.output();
    }

    /// Puts a file into the workspace.
    void put(std::string_view name, std::string_view bytes) const {
        folder_.put("shop/" + std::string{name}, bytes);
    }

  private:
    std::vector<std::string> environment() const {
        const auto program = std::filesystem::path{DUDAO_PROGRAM};
        return {"PATH=" + program.parent_path().string() + ":/usr/bin:/bin",
                "HOME=" + folder_.path().string(),
                std::string{"FIXTURES="} + DUDAO_SOURCE_DIR + "/tests/cli/fixtures",
                "TZ=UTC",
                "TERM=xterm",
                "NO_COLOR=1",
                "LC_ALL=C.UTF-8",
                "DUDAO_LANG=" + language_,
                "DUDAO_NOW=2026-11-10 10:00",
                "DUDAO_SEED=1",
                "DUDAO_DEVICE=D1",
                "DUDAO_ACTOR=Z02"};
    }

    Folder folder_;
    std::string language_;
};

const std::vector<std::string> start{"inspect", "start", "S004", "--checklist", "tea"};

/// What is open in the pending draft.
std::string draft_of(const Shop& shop) {
    auto terminal = shop.dudao(start);
    terminal.until("> ");
    terminal.press("l\n");  // where a number is awaited, a command is a line
    auto open = terminal.until("> ");
    terminal.press("q\n");
    CHECK(terminal.end() == 0);
    return open;
}

bool same_mode(const termios& one, const termios& other) {
    return one.c_lflag == other.c_lflag && one.c_iflag == other.c_iflag &&
           one.c_oflag == other.c_oflag && one.c_cc[VEOL] == other.c_cc[VEOL];
}

}  // namespace

TEST_SUITE("app/round") {
    TEST_CASE("a round is walked with one key an answer and submitted") {
        const Shop shop;
        auto terminal = shop.dudao(start);
        terminal.until("F01");
        terminal.until("> ");
        terminal.press("p");
        terminal.until("F02");
        terminal.until("> ");
        terminal.press("F");
        terminal.until("备注");
        terminal.press("标签少了x\x7F\n");
        terminal.until("F03");
        terminal.until("> ");
        terminal.press("77\x7F.5\n");
        terminal.until("7.5");
        terminal.until("S01");
        terminal.until("> ");
        terminal.press("4");
        terminal.until("S02");
        terminal.until("> ");
        terminal.press("2");
        terminal.until("5/5");
        terminal.until("> ");
        terminal.press("y");
        CHECK(terminal.end() == 0);
        const auto visit =
            shop.said({"--lang", "en", "inspect", "list", "--store", "S004", "--json"});
        CHECK(visit.find(R"("results":"PFF4b")") != std::string::npos);
        const auto id = visit.substr(visit.find(R"("id":")") + 6, 26);
        const auto shown = shop.said({"inspect", "show", id, "--json"});
        CHECK(shown.find("\"remark\":\"标签少了\"") != std::string::npos);
        CHECK(shown.find("\"value\":7.5") != std::string::npos);
    }

    TEST_CASE("keys move about, take back and help") {
        const Shop shop;
        auto terminal = shop.dudao(start);
        terminal.until("F01");
        terminal.until("> ");
        terminal.press("?");
        terminal.until("F01");
        terminal.until("> ");
        SUBCASE("skip and back") {
            terminal.press("s");
            terminal.until("F02");
            terminal.until("> ");
            terminal.press("b");
            terminal.until("F01");
        }
        SUBCASE("go to an item, by number or id") {
            terminal.press("g");
            terminal.until("：");
            terminal.press("4\n");
            terminal.until("S01");
            terminal.until("> ");
            terminal.press("g");
            terminal.until("：");
            terminal.press("F02\n");
            terminal.until("F02");
            terminal.until("F02");
        }
        SUBCASE("an answer is taken back") {
            terminal.press("p");
            terminal.until("F02");
            terminal.until("> ");
            terminal.press("b");
            terminal.until("F01");
            terminal.until("> ");
            terminal.press("u");
            CHECK(terminal.until("> ").find('P') == std::string::npos);
            terminal.press("l");
            terminal.until("F01 F02 F03 S01 S02");
        }
        SUBCASE("arrow keys and Enter are no answers") {
            terminal.press("\x1B[A\x1B[15~\x1BOP\n p");
            CHECK(terminal.until("F02").find("[A") == std::string::npos);
        }
        terminal.until("> ");
        terminal.press("q");
        CHECK(terminal.end() == 0);
    }

    TEST_CASE("an item shows what the shop got before and what is open, and can be searched for") {
        const Shop shop;
        auto terminal = shop.dudao({"inspect", "start", "S002", "--checklist", "tea"});
        terminal.until("> ");
        terminal.press("/温度\n");
        const auto item = terminal.until("> ");
        CHECK(item.find("F03") != std::string::npos);
        CHECK(item.find("历次：11-04 不合格") != std::string::npos);
        CHECK(item.find("未闭环问题") != std::string::npos);
        terminal.press("/贴效期\n");
        CHECK(terminal.until("> ").find("F02") != std::string::npos);
        terminal.press("/none\n");
        terminal.until("没有找到");
        terminal.until("> ");
        terminal.press("q");
        CHECK(terminal.end() == 0);
    }

    TEST_CASE("a photo is taken over with e, as its name is typed or dragged into the terminal") {
        const Shop shop;
        shop.put("照片 1.jpg", "\xFF\xD8\xFF photo");
        auto terminal = shop.dudao(start);
        terminal.until("> ");
        terminal.press("pfb\n");
        terminal.until("F02");
        terminal.until("当前");
        terminal.press("e");
        terminal.until("照片或文件");
        terminal.press("'照片 1.jpg'\n");
        terminal.until("已存为");
        terminal.until("证据文件：1");
        terminal.press("e");
        terminal.until("照片或文件");
        terminal.press("none.jpg\n");
        terminal.until("none.jpg");
        terminal.press("q");
        CHECK(terminal.end() == 0);
        CHECK(shop.said({"evidence", "check"}).find("核对文件 0 个") != std::string::npos);
    }

    TEST_CASE("keys pressed ahead are answers, too, and are not echoed") {
        const Shop shop;
        auto terminal = shop.dudao(start);
        terminal.until("> ");
        terminal.press("pm");
        terminal.until("F03");
        terminal.until("> ");
        terminal.press("q\n");
        CHECK(terminal.end() == 0);
        const auto& output = terminal.output();
        CHECK(output.find("pm") == std::string::npos);
        CHECK(draft_of(shop).find("F03 S01 S02") != std::string::npos);
    }

    TEST_CASE("keys pressed before the program reads them are answers") {
        const Shop shop;
        auto terminal = shop.dudao(start);
        terminal.press("pm");
        terminal.until("F03");
        terminal.until("> ");
        terminal.press("q\n");
        CHECK(terminal.end() == 0);
        CHECK(draft_of(shop).find("F03 S01 S02") != std::string::npos);
    }

    TEST_CASE("Ctrl-C leaves with 130 and the terminal as it was") {
        const Shop shop;
        auto terminal = shop.dudao(start);
        const auto before = terminal.mode();
        terminal.until("> ");
        CHECK((terminal.mode().c_lflag & ECHO) == 0);
        std::string prompt = "F02";
        SUBCASE("while a key is awaited") {
            terminal.press("p");
        }
        SUBCASE("in a remark") {
            terminal.press("pF");
            prompt = "备注";
        }
        SUBCASE("while a number is typed") {
            terminal.press("pp");
            prompt = "F03";
        }
        terminal.until(prompt);
        terminal.press("\x03");
        CHECK(terminal.end() == 130);
        auto fresh = before;
        fresh.c_lflag |= ICANON | ECHO | ISIG;
        CHECK(same_mode(terminal.mode(), fresh));
        CHECK(draft_of(shop).find("F01") == std::string::npos);
    }

    TEST_CASE("a signal puts the terminal back") {
        const Shop shop;
        auto terminal = shop.dudao(start);
        terminal.until("> ");
        terminal.signal(SIGTERM);
        CHECK(terminal.end() == 128 + SIGTERM);
        CHECK((terminal.mode().c_lflag & (ICANON | ECHO | ISIG)) == (ICANON | ECHO | ISIG));
    }

    TEST_CASE("a killed round goes on with every answer that was given") {
        const Shop shop;
        {
            auto terminal = shop.dudao(start);
            terminal.until("> ");
            terminal.press("p");
            terminal.until("F02");
            terminal.until("> ");
            terminal.press("m");
            terminal.until("F03");
            terminal.signal(SIGKILL);
            CHECK(terminal.end() == 128 + SIGKILL);
        }
        auto terminal = shop.dudao(start);
        CHECK(terminal.until("F03").find('2') != std::string::npos);
        terminal.until("> ");
        terminal.press("4\n");
        terminal.until("S01");
        terminal.press("5");
        terminal.until("S02");
        terminal.press("1");
        terminal.until("5/5");
        terminal.press("y");
        CHECK(terminal.end() == 0);
        CHECK(shop.said({"inspect", "list", "--store", "S004", "--json"}).find("PMP5a") !=
              std::string::npos);
        CHECK(shop.said({"db", "verify"}).find("D1:6") != std::string::npos);
    }

    TEST_CASE("the issue of a failure is shown, amended with i, and survives a kill") {
        const Shop shop;
        {
            auto terminal = shop.dudao(start);
            terminal.until("> ");
            terminal.press("f");
            terminal.until("将提出问题：紧急 · 1 天 · 运营部");
            terminal.until("F02");
            terminal.until("> ");
            terminal.press("i");
            terminal.until("F01 的问题");
            terminal.until("不提出，理由");
            terminal.press("\n");
            terminal.until("[执行偏差]");
            terminal.press("流程\n");
            terminal.until("[紧急]");
            terminal.press("很急\n");
            terminal.until("很急");
            terminal.until("[紧急]");
            terminal.press("低\n");
            terminal.until("[运营部]");
            terminal.press("S004\n");
            terminal.until("[1]");
            terminal.press("7\n");
            terminal.until("问题描述");
            terminal.press("两袋过期\n");
            terminal.until("[立即下架封存]");
            terminal.press("\n");
            terminal.until("将提出问题：低 · 7 天");
            terminal.signal(SIGKILL);
            CHECK(terminal.end() == 128 + SIGKILL);
        }
        auto terminal = shop.dudao(start);
        terminal.until("F02");
        terminal.until("> ");
        terminal.press("b");
        terminal.until("将提出问题：低 · 7 天");
        terminal.until("> ");
        terminal.press("pb");
        CHECK(terminal.until("> ").find("将提出问题") == std::string::npos);
        terminal.press("f");
        terminal.until("将提出问题：低 · 7 天");
        terminal.until("F02");
        terminal.until("> ");
        terminal.press("bu");
        terminal.until("> ");
        terminal.until("> ");
        terminal.press("f");
        terminal.until("将提出问题：紧急 · 1 天");
        terminal.until("F02");
        terminal.until("> ");
        terminal.press("q");
        CHECK(terminal.end() == 0);
    }

    TEST_CASE("an issue is declined with a reason, and Ctrl-C in a prompt changes nothing") {
        const Shop shop;
        auto terminal = shop.dudao(start);
        terminal.until("> ");
        terminal.press("i");
        terminal.until("没有可提出问题的不合格项");
        terminal.until("> ");
        terminal.press("f");
        terminal.until("F02");
        terminal.until("> ");
        terminal.press("i");
        terminal.until("不提出，理由");
        terminal.press("已当场封存\n");
        terminal.until("不提出问题：已当场封存");
        terminal.until("> ");
        terminal.press("i");
        terminal.until("[已当场封存]");
        terminal.press("-\n");
        terminal.until("[执行偏差]");
        terminal.press("\x03");
        CHECK(terminal.end() == 130);
        auto again = shop.dudao(start);
        again.until("> ");
        again.press("b");
        again.until("不提出问题：已当场封存");
        again.press("q");
        CHECK(again.end() == 0);
    }

    TEST_CASE("no line is wider than the terminal") {
        for (const int columns : {40, 80, 132}) {
            CAPTURE(columns);
            for (const auto* language : {"zh-CN", "en"}) {
                const Shop shop{language};
                auto terminal = shop.dudao(
                    start, {.columns = static_cast<unsigned short>(columns), .rows = 12});
                terminal.until("> ");
                terminal.press("?lf");
                terminal.until("F02");
                terminal.until("> ");
                const std::string asked = language == std::string{"en"} ? ": " : "：";
                terminal.press("i");
                terminal.until("F01");
                terminal.until(language == std::string{"en"} ? "because: " : "理由：");
                for (int line = 0; line < 6; ++line) {
                    terminal.press("\n");
                    terminal.until("]" + asked);
                }
                terminal.press("\n");
                terminal.until("> ");
                terminal.press("ss\n");
                terminal.until("S01");
                terminal.press("\x03");
                terminal.end();
                std::istringstream lines{terminal.output()};
                for (std::string line; std::getline(lines, line);) {
                    CAPTURE(line);
                    CHECK(display_width(line, AmbiguousWidth::one) <=
                          static_cast<std::size_t>(columns));
                }
            }
        }
    }
}

}  // namespace dudao::test
