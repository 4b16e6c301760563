-- What editors and operators have decided is only added to, like operation_audit.
CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is only added to', TG_TABLE_NAME;
END
$$;

CREATE TRIGGER issue_audit_is_only_added_to
    BEFORE UPDATE OR DELETE OR TRUNCATE ON issue_audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();

CREATE TRIGGER delivery_audit_is_only_added_to
    BEFORE UPDATE OR DELETE OR TRUNCATE ON delivery_audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();
