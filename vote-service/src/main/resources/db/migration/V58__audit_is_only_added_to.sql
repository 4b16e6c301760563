-- What moderators and rules have decided is only added to, like operation_audit.
CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is only added to', TG_TABLE_NAME;
END
$$;

CREATE TRIGGER moderation_audit_is_only_added_to
    BEFORE UPDATE OR DELETE OR TRUNCATE ON moderation_audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();
