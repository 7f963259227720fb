#pragma once

#include "context.hpp"
#include "workflow/ledger.hpp"

#include <string>
#include <vector>

namespace dudao {

/// The ledger of rectification (整改台账), gathered row by row and written as a file.
class Ledger {
  public:
    explicit Ledger(const Context& context, Day today);

    void add(const workflow::LedgerRow& line);
    std::size_t size() const noexcept { return rows_.size(); }

    /// CSV; with `excel` as Excel reads it, without formulas.
    std::string csv(bool excel) const;

    /// A workbook with one table. Errors (thrown): those of XlsxReport.
    std::string workbook() const;

  private:
    /// A cell by what it is for spreadsheets.
    struct Cell {
        bool is_day = false;
        bool is_number = false;
        std::string text;
    };

    const Context* context_;
    Day today_;
    std::vector<std::string> header_;
    std::vector<std::vector<Cell>> rows_ = {};
};

}  // namespace dudao
