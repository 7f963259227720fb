#include "workflow/sample.hpp"

#include "base/clock.hpp"
#include "base/error_id.hpp"
#include "domain/sampling.hpp"
#include "exchange/csv.hpp"
#include "exchange/csv_writer.hpp"
#include "exchange/decoder.hpp"

#include <algorithm>
#include <map>

namespace dudao::workflow {

namespace {

/// A file of records, read twice: once to count, once to take.
class Records {
  public:
    explicit Records(const SampleRequest& request) : request_(&request) {
        request.input->rewind();
        encoding_ = request.encoding ? *request.encoding
                                     : exchange::detect_encoding(*request.input).or_throw();
    }

    /// Calls `visit` with the fields and the line of each row, the header first.
    template <class Visit>
    char each(const Visit& visit) const {
        request_->input->rewind();
        exchange::Decoder decoder{*request_->input, encoding_};
        exchange::CsvReader reader{decoder, request_->delimiter};
        for (auto step = reader.next(); step != exchange::Step::end; step = reader.next()) {
            if (step != exchange::Step::row) {
                throw Failure{reader.error()};
            }
            visit(reader.fields(), reader.line());
        }
        return reader.delimiter();
    }

  private:
    const SampleRequest* request_;
    exchange::Encoding encoding_{};
};

/// The strata, with the stratum of each record.
struct Census {
    std::vector<Stratum> strata;
    std::vector<std::size_t> stratum_of;
};

Census count(const Records& records, const std::string& by) {
    Census census;
    std::map<std::string, std::size_t, std::less<>> index;
    std::optional<std::size_t> column;
    bool is_header = true;
    records.each([&](auto fields, std::size_t) {
        if (is_header) {
            is_header = false;
            const auto found = std::find(fields.begin(), fields.end(), by);
            if (!by.empty() && found == fields.end()) {
                throw Failure{Error{ErrorId::usage_bad_value, {by, "--by"}}};
            }
            if (!by.empty()) {
                column = static_cast<std::size_t>(found - fields.begin());
            }
            return;
        }
        const auto name = column ? std::string{fields[*column]} : std::string{};
        const auto [place, is_new] = index.emplace(name, census.strata.size());
        if (is_new) {
            census.strata.push_back({.name = name});
        }
        ++census.strata[place->second].records;
        census.stratum_of.push_back(place->second);
    });
    return census;
}

std::size_t size_of(const SampleRequest& request, Sample& sample) {
    if (request.size) {
        if (*request.size > sample.population) {
            throw Failure{
                Error{ErrorId::usage_bad_value, {std::to_string(*request.size), "--size"}}};
        }
        return *request.size;
    }
    if (sample.population == 0) {
        return 0;
    }
    sample.plan = domain::sampling_plan(
        static_cast<std::int64_t>(sample.population), request.level, request.aql, request.severity);
    if (!sample.plan) {
        throw Failure{Error{ErrorId::usage_bad_value, {to_text(request.aql), "--aql"}}};
    }
    return static_cast<std::size_t>(sample.plan->size);
}

/// Which records are drawn: in each stratum its share.
std::vector<bool> draw(const SampleRequest& request, const Census& census, Sample& sample) {
    std::vector<std::size_t> sizes;
    for (const auto& stratum : census.strata) {
        sizes.push_back(stratum.records);
    }
    const auto shares = domain::allocation(sizes, sample.size);
    const auto chance = seeded_random(request.seed);
    std::vector<std::vector<bool>> chosen;
    for (std::size_t at = 0; at < sizes.size(); ++at) {
        chosen.emplace_back(sizes[at]);
        for (const auto number : domain::drawn_sample(chance, sizes[at], shares[at])) {
            chosen.back()[number] = true;
        }
        sample.strata[at].drawn = shares[at];
    }
    std::vector<std::size_t> seen(sizes.size());
    std::vector<bool> drawn;
    for (const auto stratum : census.stratum_of) {
        drawn.push_back(chosen[stratum][seen[stratum]++]);
    }
    return drawn;
}

}  // namespace

Sample draw_sample(const SampleRequest& request) {
    const Records records{request};
    auto census = count(records, request.by);
    Sample sample{.population = census.stratum_of.size(), .strata = census.strata};
    sample.size = size_of(request, sample);
    const auto drawn = draw(request, census, sample);
    exchange::CsvWriter writer{sample.csv, {.guard_formulas = false}};
    std::size_t row = 0;
    records.each([&](auto fields, std::size_t line) {
        const bool is_header = row == 0;
        if (is_header || drawn[row - 1]) {
            writer.row(fields);
        }
        if (!is_header && drawn[row - 1]) {
            sample.lines.push_back(line);
        }
        ++row;
    });
    return sample;
}

}  // namespace dudao::workflow
