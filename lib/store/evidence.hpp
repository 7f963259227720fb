#pragma once

#include "base/error.hpp"
#include "base/hash.hpp"
#include "base/vocabulary.hpp"
#include "domain/evidence.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::store {

/// What may be kept as evidence: photos, papers, recordings. The words are the suffixes of files.
enum class EvidenceKind : std::uint8_t {
    jpeg = 1,
    png = 2,
    heic = 3,
    webp = 4,
    pdf = 5,
    mp4 = 6,
    m4a = 7,
    mp3 = 8,
    wav = 9,
};

inline constexpr Vocabulary<EvidenceKind, 9> evidence_kinds{"kind of evidence",
                                                            {{{EvidenceKind::jpeg, "jpg"},
                                                              {EvidenceKind::png, "png"},
                                                              {EvidenceKind::heic, "heic"},
                                                              {EvidenceKind::webp, "webp"},
                                                              {EvidenceKind::pdf, "pdf"},
                                                              {EvidenceKind::mp4, "mp4"},
                                                              {EvidenceKind::m4a, "m4a"},
                                                              {EvidenceKind::mp3, "mp3"},
                                                              {EvidenceKind::wav, "wav"}}}};

/// The kind by the first bytes of a file, whatever it is called; nothing for all others.
std::optional<EvidenceKind> evidence_kind(std::string_view bytes) noexcept;

/// The largest file that is taken as evidence: some minutes of film.
inline constexpr std::size_t most_evidence = std::size_t{256} << 20U;

/// The folder of the files that prove what was seen. Each lies under the SHA-256 of its content, so
/// that it is kept once however often it is taken, and cannot be exchanged unseen.
class EvidenceFolder {
  public:
    /// The folder need not be there until something is kept in it.
    explicit EvidenceFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// What a file would be kept as. Errors: those of read_file(), evidence_kind_unknown.
    static Result<Digest> look_at(const std::filesystem::path& file);

    /// Keeps a copy of a file; links and pipes are not followed. Errors: those of look_at(). Errors
    /// (thrown): file_unwritable.
    Result<Digest> keep(const std::filesystem::path& file) const;

    /// Where the file with this content lies; nothing when it is not in the folder.
    std::optional<std::filesystem::path> find(const Digest& digest) const;

    /// Reads it again: kept, missing or altered.
    domain::EvidenceState check(const Digest& digest) const;

    /// All files that are kept, in no order.
    std::vector<Digest> all() const;

  private:
    std::filesystem::path path_of(const Digest& digest, EvidenceKind kind) const;

    std::filesystem::path folder_;
};

}  // namespace dudao::store
