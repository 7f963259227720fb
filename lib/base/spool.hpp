#pragma once

#include <cstdio>
#include <iosfwd>
#include <memory>
#include <ostream>
#include <streambuf>
#include <string>

namespace dudao {

/// Output that is held back until all of it is known: in memory, and beyond some megabytes in a
/// temporary file without a name. So no transaction stays open while a reader takes its time.
class Spool final : public std::streambuf {
  public:
    Spool() = default;

    /// Writes all that was put in to `out`. Errors (thrown): file_unwritable when the temporary
    /// file failed.
    void copy_to(std::ostream& out);

  private:
    int_type overflow(int_type character) override;
    std::streamsize xsputn(const char* bytes, std::streamsize count) override;
    void spill();

    struct Close {
        void operator()(std::FILE* file) const noexcept {
            (void)std::fclose(file);  // NOLINT(*-owning-memory): it is the owner that calls
        }
    };
    std::string held_;
    std::unique_ptr<std::FILE, Close> file_;
};

/// A stream into a spool that is copied to another stream at the end.
class SpooledStream : public std::ostream {
  public:
    SpooledStream() : std::ostream(nullptr) { rdbuf(&spool_); }
    void copy_to(std::ostream& other) { spool_.copy_to(other); }

  private:
    Spool spool_;
};

}  // namespace dudao
