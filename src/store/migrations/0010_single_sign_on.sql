CREATE TABLE "person_email" (
	"workspace_id" text NOT NULL,
	"email" text NOT NULL,
	"person_id" text NOT NULL,
	CONSTRAINT "person_email_workspace_id_email_pk" PRIMARY KEY("workspace_id","email")
);
--> statement-breakpoint
CREATE TABLE "sign_in_flow" (
	"workspace_id" text NOT NULL,
	"state_hash" text NOT NULL,
	"kind" text NOT NULL,
	"browser_hash" text NOT NULL,
	"return_to" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sign_in_flow_workspace_id_state_hash_pk" PRIMARY KEY("workspace_id","state_hash")
);
--> statement-breakpoint
CREATE TABLE "sign_in_group" (
	"workspace_id" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"data_scope" text NOT NULL,
	CONSTRAINT "sign_in_group_workspace_id_position_pk" PRIMARY KEY("workspace_id","position")
);
--> statement-breakpoint
CREATE TABLE "sign_in_provider" (
	"workspace_id" text NOT NULL,
	"kind" text NOT NULL,
	"label" text,
	"is_enabled" boolean DEFAULT false NOT NULL,
	"address" text,
	"client" text NOT NULL,
	"client_secret" text,
	"corp" text,
	"agent" text,
	"scopes" text DEFAULT '' NOT NULL,
	"groups_claim" text,
	"default_role" text,
	"default_scope" text,
	"creates_members" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sign_in_provider_workspace_id_kind_pk" PRIMARY KEY("workspace_id","kind")
);
--> statement-breakpoint
ALTER TABLE "workspace" ADD COLUMN "password_for" text DEFAULT 'everyone' NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_in_session" ADD COLUMN "workspace_id" text;--> statement-breakpoint
CREATE INDEX "sign_in_flow_by_state" ON "sign_in_flow" USING btree ("state_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_in_account_provider" ON "sign_in_account" USING btree ("provider_id","account_id");