#include "exchange/input.hpp"

#include "base/error_id.hpp"
#include "support/folder.hpp"
#include "support/print.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <fcntl.h>
#include <functional>
#include <sstream>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <vector>
#include <zlib.h>

namespace dudao::exchange {

namespace {

using test::error_of;
using test::Folder;

/// All the bytes from here on, read `step` at a time.
std::string rest_of(Input& input, std::size_t step = 7) {
    std::string bytes;
    std::vector<char> block(step);
    while (const auto size = input.read(block).or_throw()) {
        bytes.append(block.data(), size);
    }
    return bytes;
}

/// A pipe that a thread writes `bytes` into, a few at a time.
class Pipe {
  public:
    explicit Pipe(std::string bytes) {
        REQUIRE(::pipe(ends_.data()) == 0);
        writer_ = std::thread{[this, text = std::move(bytes)] {
            const std::size_t piece = text.size() / 999 + 5;
            for (std::size_t at = 0; at < text.size(); at += piece) {
                const auto part = std::string_view{text}.substr(at, piece);
                if (::write(ends_[1], part.data(), part.size()) < 0) {
                    break;
                }
            }
            ::close(ends_[1]);
        }};
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    ~Pipe() {
        writer_.join();
        ::close(ends_[0]);
    }
    int end() const noexcept { return ends_[0]; }

  private:
    std::array<int, 2> ends_{};
    std::thread writer_;
};

std::string sample(int lines = 1000) {
    std::string text;
    for (int n = 0; n < lines; ++n) {
        text += "line " + std::to_string(n) + '\n';
    }
    return text;
}

/// More than is held in memory.
std::string long_sample() {
    return sample(150'000);
}

}  // namespace

TEST_SUITE("exchange/input") {
    TEST_CASE("a file is read to its end") {
        const Folder folder;
        folder.put("list.csv", sample());
        auto input = Input::open(folder / "list.csv").or_throw();
        CHECK(rest_of(input) == sample());
    }

    TEST_CASE("a file is read again after a rewind") {
        const Folder folder;
        folder.put("list.csv", sample());
        auto input = Input::open(folder / "list.csv").or_throw();
        rest_of(input);
        input.rewind();
        CHECK(rest_of(input) == sample());
    }

    TEST_CASE("a file's size is known before it is read") {
        const Folder folder;
        folder.put("list.csv", "abc");
        CHECK(Input::open(folder / "list.csv").or_throw().size() == 3U);
    }

    TEST_CASE("the position counts the bytes read since the start") {
        const Folder folder;
        folder.put("list.csv", sample());
        auto input = Input::open(folder / "list.csv").or_throw();
        std::array<char, 10> block{};
        REQUIRE(input.read(block).or_throw() == 10);
        CHECK(input.position() == 10);
        input.rewind();
        CHECK(input.position() == 0);
    }

    TEST_CASE("a file goes by its path in messages") {
        const Folder folder;
        folder.put("list.csv", "abc");
        const auto path = folder / "list.csv";
        CHECK(Input::open(path).or_throw().name() == path.string());
    }

    TEST_CASE("what is missing, a folder, or not permitted cannot be opened") {
        const Folder folder;
        folder.put("secret.csv", "abc");
        std::filesystem::permissions(folder / "secret.csv", std::filesystem::perms::none);
        CHECK(error_of(Input::open(folder / "list.csv")) == ErrorId::no_such_file);
        CHECK(error_of(Input::open(folder.path())) == ErrorId::file_is_directory);
        const test::AsNobody nobody;
        CHECK(error_of(Input::open(folder / "secret.csv")) == ErrorId::file_not_permitted);
    }

    TEST_CASE("a pipe is read to its end") {
        const Pipe pipe{sample()};
        auto input = Input::from_descriptor(pipe.end(), "standard input");
        CHECK(rest_of(input, 64) == sample());
    }

    TEST_CASE("a pipe is read again after a rewind, in the middle and at its end") {
        const Pipe pipe{sample()};
        auto input = Input::from_descriptor(pipe.end(), "standard input");
        std::vector<char> block(100);
        REQUIRE(input.read(block).or_throw() > 0);
        input.rewind();
        CHECK(rest_of(input) == sample());
        input.rewind();
        CHECK(rest_of(input, 100) == sample());
    }

    TEST_CASE("a pipe's size is not known") {
        const Pipe pipe{"abc"};
        auto input = Input::from_descriptor(pipe.end(), "standard input");
        CHECK(input.size() == std::nullopt);
        CHECK(rest_of(input) == "abc");
    }

    TEST_CASE("a long pipe is read again after a rewind, before, behind and at the mebibyte") {
        const Pipe pipe{long_sample()};
        auto input = Input::from_descriptor(pipe.end(), "standard input");
        std::vector<char> block(100'000);
        for (const std::uint64_t stop : {500'000U, 1'040'000U, 1'200'000U}) {
            while (input.position() < stop) {
                REQUIRE(input.read(block).or_throw() > 0);
            }
            input.rewind();
        }
        CHECK(rest_of(input, 70'000) == long_sample());
        input.rewind();
        CHECK(rest_of(input, 300'000) == long_sample());
    }

    TEST_CASE("a long pipe is kept in a file that has no name") {
        const Pipe pipe{long_sample()};
        auto input = Input::from_descriptor(pipe.end(), "standard input");
        rest_of(input, 4096);
        int found = 0;
        struct stat facts {};
        for (int file = 3; file < 64; ++file) {
            if (::fstat(file, &facts) == 0 && S_ISREG(facts.st_mode) &&
                facts.st_size == static_cast<off_t>(long_sample().size())) {
                ++found;
                CHECK(facts.st_nlink == 0);
            }
        }
        CHECK(found == 1);
    }

    TEST_CASE("a named pipe is read like a file, and again") {
        const Folder folder;
        const auto path = folder / "fifo";
        REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
        std::thread writer{[&path] {
            const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);  // NOLINT(*-vararg): POSIX
            CHECK(::write(file, "a,b\n", 4) == 4);
            ::close(file);
        }};
        auto input = Input::open(path).or_throw();
        CHECK(rest_of(input) == "a,b\n");
        writer.join();
        input.rewind();
        CHECK(rest_of(input) == "a,b\n");
    }

    TEST_CASE("a descriptor of a file begins where it stands, also after a rewind") {
        const Folder folder;
        folder.put("list.csv", "skipped,rest");
        const auto path = folder / "list.csv";
        const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);  // NOLINT(*-vararg): POSIX
        REQUIRE(::lseek(file, 8, SEEK_SET) == 8);
        auto input = Input::from_descriptor(file, "standard input");
        CHECK(input.size() == 4U);
        CHECK(rest_of(input) == "rest");
        input.rewind();
        CHECK(rest_of(input) == "rest");
        ::close(file);
    }

    TEST_CASE("a stream is read again after a rewind") {
        std::istringstream stream{sample()};
        auto input = Input::from_stream(stream, "standard input");
        CHECK(rest_of(input) == sample());
        input.rewind();
        CHECK(rest_of(input, 1000) == sample());
    }

    TEST_CASE("a stream that fails is an error") {
        std::istringstream stream{"abc"};
        stream.exceptions(std::ios::goodbit);
        stream.setstate(std::ios::badbit);
        auto input = Input::from_stream(stream, "standard input");
        std::array<char, 4> block{};
        CHECK(error_of(input.read(block)) == ErrorId::file_unreadable);
    }

    TEST_CASE("a packed file is unpacked, and read again after a rewind") {
        const Folder folder;
        const std::string bytes = "code,name\n" + std::string(300'000, 'x') + "\n";
        auto* file = ::gzopen((folder.path() / "list.csv.gz").c_str(), "wb");
        REQUIRE(::gzwrite(file, bytes.data(), static_cast<unsigned>(bytes.size())) > 0);
        REQUIRE(::gzclose(file) == Z_OK);
        auto input = Input::open(folder.path() / "list.csv.gz").or_throw();
        CHECK(rest_of(input, 4096) == bytes);
        CHECK(input.position() == bytes.size());
        CHECK(input.progress() == input.size());
        input.rewind();
        CHECK(rest_of(input, 4096) == bytes);
        const auto whole = input.whole_file().or_throw();
        CHECK(::lseek(whole, 0, SEEK_END) == static_cast<off_t>(bytes.size()));
        ::close(whole);
    }

    TEST_CASE("a packed file that was cut off is an error") {
        const Folder folder;
        auto* file = ::gzopen((folder.path() / "list.csv.gz").c_str(), "wb");
        REQUIRE(::gzputs(file, "code,name\nS1,x\n") > 0);
        REQUIRE(::gzclose(file) == Z_OK);
        std::filesystem::resize_file(folder.path() / "list.csv.gz", 22);
        auto input = Input::open(folder.path() / "list.csv.gz").or_throw();
        std::vector<char> block(100);
        auto read = input.read(block);
        while (read && *read > 0) {
            read = input.read(block);
        }
        CHECK(error_of(read) == ErrorId::gzip_damaged);
    }

    TEST_CASE("a named pipe that nobody writes into is an error") {
        const Folder folder;
        REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
        CHECK(error_of(Input::open(folder / "pipe")) == ErrorId::pipe_silent);
    }

    TEST_CASE("an empty input ends at once") {
        std::istringstream stream;
        auto input = Input::from_stream(stream, "standard input");
        CHECK(rest_of(input).empty());
    }

    TEST_CASE("a closed descriptor is an error") {
        auto input = Input::from_descriptor(-1, "standard input");
        std::array<char, 4> block{};
        CHECK(error_of(input.read(block)) == ErrorId::file_unreadable);
    }
}

}  // namespace dudao::exchange
