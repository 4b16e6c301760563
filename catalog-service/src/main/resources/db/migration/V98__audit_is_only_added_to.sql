-- Who took a tool down and why, and who changed a fact: like operation_audit these are only added to.
CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is only added to', TG_TABLE_NAME;
END
$$;

CREATE TRIGGER tool_take_down_is_only_added_to
    BEFORE UPDATE OR DELETE OR TRUNCATE ON tool_take_down
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();

CREATE TRIGGER fact_change_is_only_added_to
    BEFORE UPDATE OR DELETE OR TRUNCATE ON fact_change
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();
