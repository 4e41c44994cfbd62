-- Money that is for no order goes back to who sent it: what is left of a line, never more.
ALTER TABLE bank_line
    ADD COLUMN returned_fen     bigint NOT NULL DEFAULT 0 CHECK (returned_fen >= 0),
    ADD COLUMN returned_for     text CHECK (length(returned_for) BETWEEN 1 AND 200),
    ADD COLUMN return_reference text CHECK (length(return_reference) BETWEEN 1 AND 60), -- the bank's, of the money going back
    ADD COLUMN arrival_entry_id uuid REFERENCES ledger_entry,
    ADD COLUMN return_entry_id  uuid REFERENCES ledger_entry,
    DROP CONSTRAINT bank_line_state_check,
    ADD CONSTRAINT bank_line_state_check CHECK (state IN ('WAITING', 'POSTED', 'SET_ASIDE', 'RETURNED')),
    ADD CONSTRAINT bank_line_returned CHECK (
        (state = 'RETURNED') = (returned_fen > 0)
        AND (returned_fen = 0 OR posted_fen + returned_fen = amount_fen)
        AND (returned_fen > 0) = (returned_for IS NOT NULL)
        AND (returned_fen > 0) = (return_reference IS NOT NULL)
        AND (returned_fen > 0) = (arrival_entry_id IS NOT NULL)
        AND (returned_fen > 0) = (return_entry_id IS NOT NULL));
-- A transfer back is recorded once.
CREATE UNIQUE INDEX bank_line_return_reference ON bank_line (return_reference) WHERE return_reference IS NOT NULL;
