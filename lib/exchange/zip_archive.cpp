#include "exchange/zip_archive.hpp"

#include "base/error_id.hpp"
#include "exchange/libzip.hpp"

#include <unistd.h>
#include <utility>

namespace dudao::exchange {

struct ZipArchive::State {
    const Libzip& zip;
    zip_t* archive;
    std::string name;

    Error damaged(std::string_view why) const { return {ErrorId::xlsx_damaged, {why}, {name}}; }
};

struct ZipPart::State {
    ZipArchive::State& archive;
    zip_file_t* file;
    std::string name;
    std::uint64_t left;  ///< bytes that it may still unpack to
    std::uint64_t most;
};

ZipPart::ZipPart(std::unique_ptr<State> state) : state_(std::move(state)) {}

ZipPart::~ZipPart() {
    state_->archive.zip.close_part(state_->file);
}

const std::string& ZipPart::name() const noexcept {
    return state_->name;
}

const std::string& ZipPart::archive_name() const noexcept {
    return state_->archive.name;
}

Result<std::size_t> ZipPart::read(std::span<char> into) {
    auto& archive = state_->archive;
    const auto count = archive.zip.read(state_->file, into.data(), into.size());
    if (count < 0) {
        return archive.damaged(archive.zip.part_error(state_->file));
    }
    const auto size = static_cast<std::uint64_t>(count);
    if (size > state_->left) {
        constexpr unsigned mib = 20;
        return Error{ErrorId::xlsx_too_large,
                     {state_->name, std::to_string(state_->most >> mib)},
                     {archive.name}};
    }
    state_->left -= size;
    return static_cast<std::size_t>(count);
}

ZipArchive::ZipArchive(Input& input) {
    const auto& zip = libzip();
    const auto file = input.whole_file().or_throw();
    int code = 0;
    auto* archive = zip.open(file, 0, &code);
    if (archive == nullptr) {
        ::close(file);
        zip_error_t error;
        zip.init_error(&error, code);
        const std::string why = zip.error_text(&error);
        zip.finish_error(&error);
        throw Failure{Error{ErrorId::xlsx_damaged, {why}, {input.name()}}};
    }
    state_ = std::make_unique<State>(State{zip, archive, input.name()});
}

ZipArchive::~ZipArchive() {
    state_->zip.discard(state_->archive);
}

const std::string& ZipArchive::name() const noexcept {
    return state_->name;
}

Result<std::unique_ptr<ZipPart>> ZipArchive::part(std::string_view name, std::uint64_t most) {
    const auto& zip = state_->zip;
    std::string wanted{name};
    const auto at = zip.locate(state_->archive, wanted.c_str(), ZIP_FL_NOCASE);
    if (at < 0) {
        return std::unique_ptr<ZipPart>{};
    }
    const auto index = static_cast<zip_uint64_t>(at);
    zip_stat_t facts;
    const bool known = zip.stat(state_->archive, index, 0, &facts) == 0;
    if (known && (facts.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
        facts.encryption_method != ZIP_EM_NONE) {
        return Error{ErrorId::xlsx_encrypted, {}, {state_->name}};
    }
    auto* file = zip.open_part(state_->archive, index, 0);
    if (file == nullptr) {
        return state_->damaged(zip.error(state_->archive));
    }
    auto state = std::make_unique<ZipPart::State>(
        ZipPart::State{*state_, file, std::move(wanted), most, most});
    return std::unique_ptr<ZipPart>{new ZipPart{std::move(state)}};  // NOLINT(*-owning-memory)
}

}  // namespace dudao::exchange
