CREATE TABLE "backup_run" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"started_by" text NOT NULL,
	"state" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"file" text NOT NULL,
	"bytes" bigint,
	"tables" integer,
	"rows" bigint,
	"lock" text NOT NULL,
	"fault" text
);
--> statement-breakpoint
CREATE TABLE "data_key" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"wrapped" text NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "data_key_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "installation_secret" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "key_rotation" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"resealed" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "key_rotation_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "import_batch" ADD COLUMN "words" text;--> statement-breakpoint
CREATE INDEX "backup_run_started" ON "backup_run" USING btree ("kind","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "data_key_active" ON "data_key" USING btree ("workspace_id") WHERE state = 'active';--> statement-breakpoint
CREATE UNIQUE INDEX "key_rotation_running" ON "key_rotation" USING btree ("workspace_id") WHERE finished_at is null;--> statement-breakpoint
-- Sealing a value under another key changes no word of it: the feed is not told, and an import can still be undone.
create or replace function renew_changed_in() returns trigger language plpgsql as $$
begin
  if current_setting('salesboard.resealing', true) is distinct from 'on' then
    new.changed_in := pg_current_xact_id();
  end if;
  return new;
end $$;
--> statement-breakpoint
create or replace function note_change() returns trigger language plpgsql as $$
declare touched text;
begin
  if current_setting('salesboard.resealing', true) = 'on' then
    return null;
  end if;
  for touched in select distinct workspace_id from new_rows loop
    insert into change (workspace_id, entity) values (touched, tg_table_name);
    perform pg_notify('salesboard_change', touched);
  end loop;
  return null;
end $$;
--> statement-breakpoint
-- Wakes every node after a change of keys; no workspace has the empty id.
create function note_keys() returns trigger language plpgsql as $$
begin
  perform pg_notify('salesboard_change', '');
  return null;
end $$;
--> statement-breakpoint
create trigger note_keys after insert or update or delete on data_key for each statement execute function note_keys();
