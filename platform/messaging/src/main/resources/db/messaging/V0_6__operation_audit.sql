-- Who did what to this service, when and why. Rows are only added.
CREATE TABLE operation_audit (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor   text        NOT NULL,
    action  text        NOT NULL,
    subject text        NOT NULL,
    reason  text        NOT NULL,
    detail  text
);

CREATE INDEX operation_audit_by_subject ON operation_audit (subject, id);

CREATE FUNCTION refuse_change_of_operation_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit is only added to';
END
$$;

CREATE TRIGGER operation_audit_is_only_added_to
    BEFORE UPDATE OR DELETE OR TRUNCATE ON operation_audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_operation_audit();
