#pragma once

#include "context.hpp"
#include "exchange/xlsx_report.hpp"
#include "workflow/ledger.hpp"

#include <cstddef>
#include <string>

namespace dudao {

/// The ledger of rectification (整改台账), gathered row by row and written as a file.
class Ledger {
  public:
    explicit Ledger(const Context& context, Day today);

    void add(const workflow::LedgerRow& line);
    std::size_t size() const noexcept { return table_.rows.size(); }

    /// CSV; with `excel` as Excel reads it, without formulas.
    std::string csv(bool excel) const;

    /// A workbook with one table. Errors (thrown): those of XlsxReport.
    std::string workbook() const;

  private:
    /// The last cells of the last row: what is kept beside the course.
    void add_record(const domain::IssueState& state);

    const Context* context_;
    Day today_;
    domain::CauseTree causes_;
    exchange::XlsxTable table_;
};

}  // namespace dudao
