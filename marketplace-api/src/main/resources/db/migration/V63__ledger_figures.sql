CREATE INDEX ledger_entry_kind_booked_at ON ledger_entry (kind, booked_at); -- figures of a day and of a month
