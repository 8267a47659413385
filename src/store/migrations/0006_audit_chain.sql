CREATE TABLE "invitation" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"hash" text NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"data_scope" text NOT NULL,
	"person_id" text,
	"invited_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "invitation_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_chain" (
	"workspace_id" text PRIMARY KEY NOT NULL,
	"entries" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_entry" ALTER COLUMN "position" DROP IDENTITY;--> statement-breakpoint
ALTER TABLE "audit_entry" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "audit_entry" ADD COLUMN "previous_hash" text;--> statement-breakpoint
ALTER TABLE "audit_entry" ADD COLUMN "hash" text;--> statement-breakpoint
CREATE INDEX "invitation_by_hash" ON "invitation" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "audit_entry_action" ON "audit_entry" USING btree ("workspace_id","action","position");--> statement-breakpoint
-- Numbers an entry and chains it to the one before. The row of `audit_chain` is locked until the transaction ends, so entries of a
-- workspace come one after the other. An entry that brings its hash comes from a backup and is kept as it is: `doctor` judges it.
create function chain_audit_entry() returns trigger language plpgsql as $$
begin
  if new.hash is not null then
    return new;
  end if;
  insert into audit_chain (workspace_id, entries, hash) values (new.workspace_id, 0, repeat('0', 64)) on conflict do nothing;
  select entries + 1, hash into new.position, new.previous_hash from audit_chain where workspace_id = new.workspace_id for update;
  new.hash := encode(sha256(convert_to(jsonb_build_array(
    new.workspace_id, new.position, to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), new.actor, new.address,
    new.action, new.subject_kind, new.subject_id, new.details, new.previous_hash)::text, 'UTF8')), 'hex');
  update audit_chain set entries = new.position, hash = new.hash where workspace_id = new.workspace_id;
  return new;
end $$;
--> statement-breakpoint
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is only ever added to';
end $$;
--> statement-breakpoint
create trigger chain_audit_entry before insert on audit_entry for each row execute function chain_audit_entry();
--> statement-breakpoint
create temporary table audit_before on commit drop as select * from audit_entry;
--> statement-breakpoint
delete from audit_entry;
--> statement-breakpoint
insert into audit_entry (workspace_id, at, actor, action, subject_kind, subject_id, details)
select workspace_id, at, actor, action, subject_kind, subject_id, details from audit_before order by workspace_id, position;
--> statement-breakpoint
ALTER TABLE "audit_entry" ALTER COLUMN "previous_hash" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_entry" ALTER COLUMN "hash" SET NOT NULL;--> statement-breakpoint
create trigger refuse_audit_update before update on audit_entry for each row execute function refuse_audit_change();
--> statement-breakpoint
create trigger refuse_audit_delete before delete on audit_entry for each row execute function refuse_audit_change();
--> statement-breakpoint
create trigger refuse_audit_truncate before truncate on audit_entry for each statement execute function refuse_audit_change();
