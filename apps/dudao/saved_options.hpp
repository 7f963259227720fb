#pragma once

#include "command.hpp"

#include <memory>
#include <string>
#include <vector>

namespace dudao {

/// Options that stand in a file and not on the command line, read as if they were typed.
class SavedOptions {
  public:
    SavedOptions();
    SavedOptions(const SavedOptions&) = delete;
    SavedOptions& operator=(const SavedOptions&) = delete;
    ~SavedOptions();

    /// To which the options are added that there may be.
    Command command() noexcept;

    /// Whether there may be one with this name, which has no dashes.
    bool has(const std::string& name) const;

    /// Reads one; of a flag only "true" counts. Errors (thrown): those of its own, usage_bad_value.
    void read(const std::string& name, const std::vector<std::string>& values);

  private:
    std::unique_ptr<CLI::App> app_;
};

}  // namespace dudao
