#pragma once

#include "store/driver.hpp"

namespace dudao::store {

/// One transaction: rolled back unless commit() was reached.
class Transaction {
  public:
    Transaction(Driver& driver, Access access) : driver_(&driver) { driver.begin(access); }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction() {
        if (open_) {
            driver_->rollback();
        }
    }

    void commit() {
        driver_->commit();
        open_ = false;
    }

    void roll_back() noexcept {
        driver_->rollback();
        open_ = false;
    }

  private:
    Driver* driver_;
    bool open_ = true;
};

}  // namespace dudao::store
