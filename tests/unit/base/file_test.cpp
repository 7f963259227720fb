#include "base/file.hpp"

#include "base/error_id.hpp"
#include "support/folder.hpp"
#include "support/print.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

#include <cerrno>
#include <filesystem>
#include <sys/stat.h>
#include <thread>

namespace dudao {

using test::error_of;
using test::Folder;
using test::thrown_by;

namespace {

constexpr std::size_t plenty = 1U << 24U;

}  // namespace

TEST_SUITE("base/file") {
    TEST_CASE("all bytes of a file are read") {
        const Folder folder;
        const std::string bytes{"门店\0\r\n\xFF", 10};
        folder.put("list.csv", bytes);
        CHECK(*read_file(folder / "list.csv", plenty) == bytes);
    }

    TEST_CASE("an empty file is read as nothing") {
        const Folder folder;
        folder.put("empty", "");
        CHECK(read_file(folder / "empty", plenty)->empty());
    }

    TEST_CASE("a file of many blocks is read whole") {
        const Folder folder;
        std::string bytes;
        for (int n = 0; n < 40'000; ++n) {
            bytes += std::to_string(n);
        }
        folder.put("long", bytes);
        CHECK((*read_file(folder / "long", plenty) == bytes));
    }

    TEST_CASE("a file may be as large as the limit and no larger") {
        const Folder folder;
        folder.put("five", "12345");
        CHECK(read_file(folder / "five", 5).has_value());
        const auto four = read_file(folder / "five", 4);
        REQUIRE_FALSE(four.has_value());
        CHECK(four.error() == Error{ErrorId::file_too_large, {(folder / "five").string(), "4"}});
    }

    TEST_CASE("a file without end is refused at the limit") {
        CHECK(error_of(read_file("/dev/zero", 1000)) == ErrorId::file_too_large);
    }

    TEST_CASE("a file that is not there is said to be missing") {
        const Folder folder;
        CHECK(error_of(read_file(folder / "nothing", plenty)) == ErrorId::no_such_file);
    }

    TEST_CASE("a path through a file leads nowhere") {
        const Folder folder;
        folder.put("file", "");
        CHECK(error_of(read_file(folder / "file" / "below", plenty)) == ErrorId::no_such_file);
    }

    TEST_CASE("a folder is not a file") {
        const Folder folder;
        CHECK(error_of(read_file(folder.path(), plenty)) == ErrorId::file_is_directory);
    }

    TEST_CASE("a file that one may not read is said to be so") {
        const Folder folder;
        folder.put("secret", "x");
        std::filesystem::permissions(folder / "secret", std::filesystem::perms::none);
        const test::AsNobody nobody;
        CHECK(error_of(read_file(folder / "secret", plenty)) == ErrorId::file_not_permitted);
    }

    TEST_CASE("a pipe is read to its end") {
        const Folder folder;
        const auto pipe = folder / "pipe";
        REQUIRE(::mkfifo(pipe.c_str(), S_IRUSR | S_IWUSR) == 0);
        std::thread writer{[&] { folder.put("pipe", "from the other side"); }};
        const auto bytes = read_file(pipe, plenty);
        writer.join();
        CHECK(*bytes == "from the other side");
    }

    TEST_CASE("other troubles are told in the system's words") {
        const auto error = reading_error("list.csv", EIO);
        CHECK(error.id == ErrorId::file_unreadable);
        CHECK(error.args.front().text == "list.csv");
        CHECK_FALSE(error.args.back().text.empty());
    }

    TEST_CASE("a new file is written whole") {
        const Folder folder;
        write_atomically(folder / "report.html", "第一版");
        CHECK(folder.get("report.html") == "第一版");
    }

    TEST_CASE("an old file is replaced") {
        const Folder folder;
        folder.put("report.html", "a longer text that was there before");
        write_atomically(folder / "report.html", "new");
        CHECK(folder.get("report.html") == "new");
    }

    TEST_CASE("no temporary file stays behind") {
        const Folder folder;
        write_atomically(folder / "report.html", "x");
        CHECK(folder.names() == std::vector<std::string>{"report.html"});
    }

    TEST_CASE("everyone may read what was written, its owner may change it") {
        const Folder folder;
        const auto before = ::umask(0);
        write_atomically(folder / "report.html", "x");
        ::umask(before);
        const auto permissions = std::filesystem::status(folder / "report.html").permissions();
        CHECK(static_cast<unsigned>(permissions) == 0644U);
    }

    TEST_CASE("a folder that is not there cannot be written to") {
        const Folder folder;
        const auto path = folder / "nowhere" / "report.html";
        const auto error = test::failure_of([&] { write_atomically(path, "x"); });
        REQUIRE(error.has_value());
        CHECK(error->id == ErrorId::file_unwritable);
        CHECK(error->args.front().text == path.string());
    }

    TEST_CASE("what cannot be replaced stays, and nothing stays beside it") {
        const Folder folder;
        std::filesystem::create_directories(folder / "report.html" / "in the way");
        CHECK(thrown_by([&] { write_atomically(folder / "report.html", "x"); }) ==
              ErrorId::file_unwritable);
        CHECK(folder.names() == std::vector<std::string>{"report.html"});
    }

    TEST_CASE("a folder that one may not write to keeps the old file as it was") {
        const Folder folder;
        folder.put("report.html", "old");
        std::filesystem::permissions(
            folder.path(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec |
                std::filesystem::perms::others_read | std::filesystem::perms::others_exec);
        {
            const test::AsNobody nobody;
            CHECK(thrown_by([&] { write_atomically(folder / "report.html", "new"); }) ==
                  ErrorId::file_unwritable);
        }
        CHECK(folder.get("report.html") == "old");
    }

    TEST_CASE("a name without a folder is written into the current one") {
        const Folder folder;
        const auto before = std::filesystem::current_path();
        std::filesystem::current_path(folder.path());
        write_atomically("here.txt", "x");
        std::filesystem::current_path(before);
        CHECK(folder.get("here.txt") == "x");
    }
}

}  // namespace dudao
