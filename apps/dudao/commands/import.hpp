#pragma once

#include "commands/import_options.hpp"
#include "report/json_writer.hpp"
#include "term/progress.hpp"
#include "workflow/list_reader.hpp"

#include <chrono>
#include <cstdint>
#include <string>

namespace dudao::commands {

/// What all imports do around their one call of the library.
class Import {
  public:
    /// Opens the file and reads what says how its columns are to be understood; `kind` is whose
    /// columns they are. All must outlive it. Errors (thrown): those of open_input(); every mistake
    /// in the mapping file and in headers.yaml of the workspace.
    Import(const ImportOptions& options,
           Context& context,
           domain::HeaderNames domain::OwnHeaders::*kind);

    workflow::ListSource source();

    /// Says how the list was read.
    void note_reading(const workflow::ListSummary& list) const;

    /// Tells what was refused, leaves the reject file and the mapping.
    ExitCode finish(const workflow::ListSummary& list);

    /// Rejects of JSON Lines are such lines again, those of tables CSV.
    void rejects_are_lines() { rejects_suffix_ = ".jsonl"; }

    /// What all imports say about their list in JSON.
    void write(report::JsonWriter& json, const workflow::ListSummary& list) const;

  private:
    const ImportOptions* options_;
    Context* context_;
    domain::ListMapping mapping_;
    domain::HeaderNames headers_;
    exchange::Input input_;
    std::string rejects_suffix_ = ".csv";
    Progress progress_;
    Clock clock_;
    Millis begun_;
};

}  // namespace dudao::commands
