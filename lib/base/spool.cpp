#include "base/spool.hpp"

#include "base/error.hpp"
#include "base/error_id.hpp"

#include <array>
#include <cerrno>
#include <system_error>

namespace dudao {

namespace {

constexpr std::size_t most_held = 1U << 22U;

[[noreturn]] void fail() {
    throw Failure{Error{ErrorId::file_unwritable,
                        {"temporary file", std::generic_category().message(errno)}}};
}

}  // namespace

void Spool::spill() {
    if (!file_) {
        file_.reset(std::tmpfile());  // NOLINT(*-owning-memory): now it is
    }
    if (!file_ || std::fwrite(held_.data(), 1, held_.size(), file_.get()) != held_.size()) {
        fail();
    }
    held_.clear();
}

Spool::int_type Spool::overflow(int_type character) {
    if (!traits_type::eq_int_type(character, traits_type::eof())) {
        held_ += traits_type::to_char_type(character);
    }
    return traits_type::not_eof(character);
}

std::streamsize Spool::xsputn(const char* bytes, std::streamsize count) {
    held_.append(bytes, static_cast<std::size_t>(count));
    if (held_.size() > most_held) {
        spill();
    }
    return count;
}

void Spool::copy_to(std::ostream& out) {
    if (file_) {
        spill();
        std::rewind(file_.get());
        constexpr std::size_t block_size = 1U << 16U;
        std::array<char, block_size> block;  // NOLINT(*-member-init): fread() fills it
        while (const auto size = std::fread(block.data(), 1, block.size(), file_.get())) {
            out.write(block.data(), static_cast<std::streamsize>(size));
        }
        if (std::ferror(file_.get()) != 0) {
            fail();
        }
        file_.reset();
    }
    out << held_;
    held_.clear();
}

}  // namespace dudao
