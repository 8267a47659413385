CREATE TABLE "customer_event" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"customer_id" text NOT NULL,
	"kind" text NOT NULL,
	"on_day" date NOT NULL,
	"minute" smallint,
	"owner_id" text,
	"tier" text,
	"reason" text,
	"by_name" text,
	"batch_id" text,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "customer_event_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "source_cost" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"source_id" text NOT NULL,
	"month_on" date NOT NULL,
	"amount" numeric(18, 4) NOT NULL,
	"batch_id" text,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "source_cost_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "task" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"customer_id" text,
	"opportunity_id" text,
	"person_id" text,
	"assignee_id" text,
	"title" text NOT NULL,
	"note" text,
	"created_on" date NOT NULL,
	"created_by" text,
	"due_on" date,
	"done_on" date,
	"outcome" text,
	"outcome_note" text,
	"at_risk" numeric(18, 4),
	"probability" numeric(5, 4),
	"version" integer DEFAULT 1 NOT NULL,
	"batch_id" text,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "task_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"workspace_id" text NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "audit_entry_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject_kind" text,
	"subject_id" text,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "audit_entry_workspace_id_position_pk" PRIMARY KEY("workspace_id","position")
);
--> statement-breakpoint
CREATE TABLE "fitted_model" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"as_of" date NOT NULL,
	"fitted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"parameters" jsonb NOT NULL,
	"score_card" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "fitted_model_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE INDEX "customer_event_workspace_id_changed_in_index" ON "customer_event" USING btree ("workspace_id","changed_in");--> statement-breakpoint
CREATE INDEX "source_cost_workspace_id_changed_in_index" ON "source_cost" USING btree ("workspace_id","changed_in");--> statement-breakpoint
CREATE INDEX "task_workspace_id_changed_in_index" ON "task" USING btree ("workspace_id","changed_in");--> statement-breakpoint
select follow_table(name) from unnest(array['task', 'customer_event', 'source_cost']) as name;
