#include "store/evidence.hpp"

#include "base/error_id.hpp"
#include "base/file.hpp"

#include <array>
#include <system_error>
#include <utility>

namespace dudao::store {

namespace {

using namespace std::string_view_literals;

/// Bytes that files of a kind have at one place.
struct Signature {
    std::size_t at;
    std::string_view bytes;
    EvidenceKind kind;
};

// The brands of ISO base media files (ISO/IEC 14496-12) come after "ftyp"; all that are not told
// here are films. https://www.garykessler.net/library/file_sigs.html lists the others.
constexpr std::array signatures{
    Signature{0, "\xFF\xD8\xFF"sv, EvidenceKind::jpeg},
    Signature{0, "\x89PNG\r\n\x1A\n"sv, EvidenceKind::png},
    Signature{0, "%PDF-"sv, EvidenceKind::pdf},
    Signature{8, "WEBP"sv, EvidenceKind::webp},
    Signature{8, "WAVE"sv, EvidenceKind::wav},
    Signature{4, "ftypheic"sv, EvidenceKind::heic},
    Signature{4, "ftypheix"sv, EvidenceKind::heic},
    Signature{4, "ftypmif1"sv, EvidenceKind::heic},
    Signature{4, "ftypM4A "sv, EvidenceKind::m4a},
    Signature{4, "ftyp"sv, EvidenceKind::mp4},
    Signature{0, "ID3"sv, EvidenceKind::mp3},
    Signature{0, "\xFF\xFB"sv, EvidenceKind::mp3},
    Signature{0, "\xFF\xF3"sv, EvidenceKind::mp3},
};

bool is_riff(EvidenceKind kind) noexcept {
    return kind == EvidenceKind::webp || kind == EvidenceKind::wav;
}

Error unknown_kind(const std::filesystem::path& file) {
    std::string known;
    for (const auto& [kind, suffix] : evidence_kinds.words) {
        known += (known.empty() ? "" : ", ") + std::string{suffix};
    }
    return {ErrorId::evidence_kind_unknown, {file.string(), known}};
}

struct Read {
    std::string bytes;
    EvidenceKind kind;
};

/// Errors: those of read_file(), evidence_kind_unknown.
Result<Read> read(const std::filesystem::path& file) {
    std::error_code ignored;
    const auto type = std::filesystem::symlink_status(file, ignored).type();
    const bool leads_away = type == std::filesystem::file_type::symlink ||
                            type == std::filesystem::file_type::fifo ||
                            type == std::filesystem::file_type::character;
    if (leads_away) {
        return unknown_kind(file);
    }
    auto bytes = read_file(file, most_evidence);
    if (!bytes) {
        return bytes.error();
    }
    const auto kind = evidence_kind(*bytes);
    if (!kind) {
        return unknown_kind(file);
    }
    return Read{*std::move(bytes), *kind};
}

/// Makes a folder. A link is not followed: it may lead outside.
void make_folder(const std::filesystem::path& folder) {
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (!failed && std::filesystem::is_symlink(folder, failed)) {
        failed = std::make_error_code(std::errc::too_many_symbolic_link_levels);
    }
    if (failed) {
        throw Failure{Error{ErrorId::file_unwritable, {folder.string(), failed.message()}}};
    }
}

}  // namespace

std::optional<EvidenceKind> evidence_kind(std::string_view bytes) noexcept {
    for (const auto& [at, signature, kind] : signatures) {
        if (bytes.size() > at && bytes.substr(at).starts_with(signature) &&
            (!is_riff(kind) || bytes.starts_with("RIFF"))) {
            return kind;
        }
    }
    return std::nullopt;
}

Result<Digest> EvidenceFolder::look_at(const std::filesystem::path& file) {
    const auto found = read(file);
    return found ? Result<Digest>{sha256(found->bytes)} : found.error();
}

std::filesystem::path EvidenceFolder::path_of(const Digest& digest, EvidenceKind kind) const {
    constexpr std::size_t shelf = 2;  // folders with very many files are slow to list
    const auto name = to_text(digest);
    return folder_ / name.substr(0, shelf) / (name + '.' + std::string{evidence_kinds.word(kind)});
}

Result<Digest> EvidenceFolder::keep(const std::filesystem::path& file) const {
    const auto found = read(file);
    if (!found) {
        return found.error();
    }
    const auto digest = sha256(found->bytes);
    if (check(digest) != domain::EvidenceState::kept) {
        const auto path = path_of(digest, found->kind);
        make_folder(path.parent_path());
        write_atomically(path, found->bytes);
    }
    return digest;
}

std::optional<std::filesystem::path> EvidenceFolder::find(const Digest& digest) const {
    for (const auto& [kind, suffix] : evidence_kinds.words) {
        auto path = path_of(digest, kind);
        std::error_code ignored;
        if (std::filesystem::is_regular_file(path, ignored)) {
            return path;
        }
    }
    return std::nullopt;
}

domain::EvidenceState EvidenceFolder::check(const Digest& digest) const {
    const auto path = find(digest);
    if (!path) {
        return domain::EvidenceState::missing;
    }
    const auto bytes = read_file(*path, most_evidence);
    return bytes && sha256(*bytes) == digest ? domain::EvidenceState::kept
                                             : domain::EvidenceState::altered;
}

std::vector<Digest> EvidenceFolder::all() const {
    std::vector<Digest> digests;
    std::error_code failed;
    std::filesystem::recursive_directory_iterator files{folder_, failed};
    for (; !failed && files != std::filesystem::recursive_directory_iterator{};
         files.increment(failed)) {
        const auto digest = parse_digest(files->path().stem().string());
        if (digest && find(*digest) == files->path()) {
            digests.push_back(*digest);
        }
    }
    return digests;
}

}  // namespace dudao::store
