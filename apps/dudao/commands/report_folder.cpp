#include "commands/report_folder.hpp"

#include "base/error_id.hpp"
#include "base/file.hpp"
#include "report/render.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

namespace dudao::commands {

namespace {

/// A code as a part of a file's name on any system.
std::string file_name_of(const std::string& code) {
    constexpr std::string_view forbidden = "/\\:*?\"<>|";
    auto name = code;
    std::replace_if(
        name.begin(),
        name.end(),
        [&](char byte) {
            return static_cast<unsigned char>(byte) < ' ' ||
                   forbidden.find(byte) != std::string_view::npos;
        },
        '-');
    return name;
}

/// Writes the files of a folder, each under a name of its own.
class Folder {
  public:
    Folder(const Context& context, const std::vector<ReportFormat>& formats, std::string path)
        : context_(&context), formats_(&formats), path_(std::move(path)) {
        make("");
    }

    report::ReportFiles write(RenderedReport& report) {
        const auto region = report.region();
        auto name = domain::to_text(report.figures().period);
        name += region.empty() ? std::string{} : '-' + file_name_of(region);
        while (!names_.insert(name).second) {
            name += '_';
        }
        report::ReportFiles files{.region = region};
        for (const auto format : *formats_) {
            files.files.emplace_back(report_formats.word(format), write(report, name, format));
        }
        return files;
    }

    void write(const std::string& name, std::string_view bytes) const {
        write_atomically(from(context_->workspace(), path_) / name, bytes);
    }

  private:
    /// The folder of this name in the folder, or the folder itself.
    void make(const std::string& name) const {
        std::error_code failed;
        std::filesystem::create_directories(from(context_->workspace(), path_) / name, failed);
        if (failed) {
            throw Failure{
                Error{ErrorId::file_unwritable,
                      {(std::filesystem::path{path_} / name).string(), failed.message()}}};
        }
    }

    /// Writes the report in one format; the name of the file that shows it.
    std::string write(RenderedReport& report, const std::string& name, ReportFormat format) const {
        if (is_csv(format)) {
            const auto set = name + '-' + std::string{report_formats.word(format)};
            make(set);
            const auto files = report.csv_set(format == ReportFormat::csv_excel);
            for (const auto& [file, bytes] : files) {
                write(fmt::format("{}/{}", set, file), bytes);
            }
            return fmt::format("{}/{}", set, files.front().first);
        }
        auto file = name + suffix_of(format);
        write(file, report.in(format, screen_of_files(*context_)));
        return file;
    }

    const Context* context_;
    const std::vector<ReportFormat>* formats_;
    std::string path_;
    std::set<std::string> names_ = {};
};

}  // namespace

void write_report_folder(const Context& context,
                         std::vector<RenderedReport>& reports,
                         const std::vector<ReportFormat>& formats,
                         const std::string& folder) {
    Folder files{context, formats, folder};
    std::vector<report::ReportFiles> all;
    all.reserve(reports.size());
    for (auto& report : reports) {
        all.push_back(files.write(report));
    }
    files.write("index.html",
                report::render_index(reports.front().figures(), all, context.words()));
    const auto count = all.size() * formats.size();
    context.note(
        context.words().text(count, "written: {0} report in {1}", "written: {0} reports in {1}"),
        count,
        folder);
}

}  // namespace dudao::commands
