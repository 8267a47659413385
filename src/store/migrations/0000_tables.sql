CREATE TABLE "api_key" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"hash" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"data_scope" text NOT NULL,
	"person_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_key_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "calendar_day" (
	"workspace_id" text NOT NULL,
	"day" date NOT NULL,
	"is_workday" boolean NOT NULL,
	"holiday" text,
	"weekday" smallint NOT NULL,
	"week_on" date NOT NULL,
	"month_on" date NOT NULL,
	"quarter_on" date NOT NULL,
	"half_year_on" date NOT NULL,
	"year_on" date NOT NULL,
	"fiscal_quarter_on" date NOT NULL,
	"fiscal_year_on" date NOT NULL,
	"iso_week" smallint NOT NULL,
	"iso_year" smallint NOT NULL,
	"workday_of_month" smallint NOT NULL,
	"workday_of_quarter" smallint NOT NULL,
	"workday_of_year" smallint NOT NULL,
	"workday_number" integer NOT NULL,
	"spring_festival_offset" smallint NOT NULL,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "calendar_day_workspace_id_day_pk" PRIMARY KEY("workspace_id","day")
);
--> statement-breakpoint
CREATE TABLE "change" (
	"workspace_id" text NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "change_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"entity" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "change_workspace_id_position_pk" PRIMARY KEY("workspace_id","position")
);
--> statement-breakpoint
CREATE TABLE "contact" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"customer_id" text NOT NULL,
	"name" text NOT NULL,
	"title" text,
	"phone" text,
	"email" text,
	"batch_id" text,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "contact_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "customer" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"code" text,
	"type" text,
	"industry" text,
	"tier" text,
	"region_id" text,
	"source_id" text,
	"owner_id" text,
	"created_on" date,
	"batch_id" text,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "customer_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "deletion" (
	"workspace_id" text NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "deletion_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"entity" text NOT NULL,
	"row_id" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "deletion_workspace_id_position_pk" PRIMARY KEY("workspace_id","position")
);
--> statement-breakpoint
CREATE TABLE "feed_horizon" (
	"workspace_id" text PRIMARY KEY NOT NULL,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"workspace_id" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer NOT NULL,
	"response" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_workspace_id_key_pk" PRIMARY KEY("workspace_id","key")
);
--> statement-breakpoint
CREATE TABLE "import_batch" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"state" text NOT NULL,
	"files" jsonb NOT NULL,
	"mapping" jsonb NOT NULL,
	"report" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"started_by" text,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "import_batch_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "import_before" (
	"workspace_id" text NOT NULL,
	"batch_id" text NOT NULL,
	"entity" text NOT NULL,
	"row_id" text NOT NULL,
	"before" jsonb NOT NULL,
	"is_removed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "import_before_workspace_id_batch_id_entity_row_id_pk" PRIMARY KEY("workspace_id","batch_id","entity","row_id")
);
--> statement-breakpoint
CREATE TABLE "import_mapping" (
	"workspace_id" text NOT NULL,
	"fingerprint" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"used_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_mapping_workspace_id_fingerprint_pk" PRIMARY KEY("workspace_id","fingerprint")
);
--> statement-breakpoint
CREATE TABLE "import_write" (
	"workspace_id" text NOT NULL,
	"batch_id" text NOT NULL,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "import_write_workspace_id_batch_id_changed_in_pk" PRIMARY KEY("workspace_id","batch_id","changed_in")
);
--> statement-breakpoint
CREATE TABLE "interaction" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"customer_id" text,
	"opportunity_id" text,
	"rep_id" text,
	"type" text NOT NULL,
	"initiator" text DEFAULT 'us' NOT NULL,
	"on_day" date NOT NULL,
	"minute" smallint,
	"note" text,
	"batch_id" text,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "interaction_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "invoice" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"order_id" text NOT NULL,
	"invoiced_on" date NOT NULL,
	"amount" numeric(18, 4) NOT NULL,
	"batch_id" text,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "invoice_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "lead" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text,
	"customer_id" text,
	"opportunity_id" text,
	"owner_id" text,
	"source_id" text,
	"region_id" text,
	"created_on" date,
	"created_minute" smallint,
	"responded_on" date,
	"responded_minute" smallint,
	"valid_on" date,
	"invalid_on" date,
	"converted_on" date,
	"batch_id" text,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "lead_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "member" (
	"workspace_id" text NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"data_scope" text NOT NULL,
	"person_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "member_workspace_id_user_id_pk" PRIMARY KEY("workspace_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "opportunity" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text,
	"code" text,
	"customer_id" text,
	"pipeline_id" text NOT NULL,
	"product_id" text,
	"source_id" text,
	"region_id" text,
	"lead_id" text,
	"currency" text DEFAULT 'CNY' NOT NULL,
	"rate" numeric(18, 8) DEFAULT '1' NOT NULL,
	"created_on" date,
	"has_stage_history" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"batch_id" text,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "opportunity_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "opportunity_event" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"opportunity_id" text NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"on_day" date,
	"minute" smallint,
	"status" text NOT NULL,
	"stage_id" text,
	"owner_id" text,
	"amount" numeric(18, 4),
	"expected_close_on" date,
	"lost_reason" text,
	"competitor" text,
	"note" text,
	"batch_id" text,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "opportunity_event_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "order_line" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"order_id" text NOT NULL,
	"line_number" integer NOT NULL,
	"product_id" text,
	"quantity" numeric(18, 4),
	"amount" numeric(18, 4),
	"discount" numeric(18, 4) DEFAULT '0' NOT NULL,
	"order_discount" numeric(18, 4) DEFAULT '0' NOT NULL,
	"cost" numeric(18, 4),
	"batch_id" text,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "order_line_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "payment" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"order_id" text NOT NULL,
	"paid_on" date NOT NULL,
	"amount" numeric(18, 4) NOT NULL,
	"batch_id" text,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "payment_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"title" text,
	"is_rep" boolean DEFAULT true NOT NULL,
	"hired_on" date,
	"left_on" date,
	"batch_id" text,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "person_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "pipeline" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"batch_id" text,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "pipeline_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "product" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"code" text,
	"line_id" text,
	"list_price" numeric(18, 4),
	"batch_id" text,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "product_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "product_line" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"parent_id" text,
	"batch_id" text,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "product_line_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "refund" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"order_id" text NOT NULL,
	"order_line_id" text NOT NULL,
	"refunded_on" date NOT NULL,
	"amount" numeric(18, 4) NOT NULL,
	"quantity" numeric(18, 4),
	"reason" text,
	"batch_id" text,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "refund_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "region" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"parent_id" text,
	"level" text DEFAULT 'region' NOT NULL,
	"batch_id" text,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "region_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "rep_assignment" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"person_id" text NOT NULL,
	"team_id" text NOT NULL,
	"from_on" date,
	"before_on" date,
	"batch_id" text,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "rep_assignment_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "sales_order" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"number" text NOT NULL,
	"customer_id" text,
	"rep_id" text,
	"region_id" text,
	"source_id" text,
	"opportunity_id" text,
	"is_draft" boolean DEFAULT false NOT NULL,
	"ordered_on" date,
	"ordered_minute" smallint,
	"cancelled_on" date,
	"currency" text DEFAULT 'CNY' NOT NULL,
	"rate" numeric(18, 8) DEFAULT '1' NOT NULL,
	"discount" numeric(18, 4) DEFAULT '0' NOT NULL,
	"batch_id" text,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "sales_order_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "source" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"batch_id" text,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "source_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "stage" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"pipeline_id" text NOT NULL,
	"name" text NOT NULL,
	"position" smallint NOT NULL,
	"kind" text DEFAULT 'open' NOT NULL,
	"probability" numeric(5, 4),
	"dwell_limit_days" smallint,
	"batch_id" text,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "stage_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "team" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"batch_id" text,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "team_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "team_manager" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"team_id" text NOT NULL,
	"person_id" text NOT NULL,
	"from_on" date,
	"before_on" date,
	"batch_id" text,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "team_manager_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "team_parent" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"team_id" text NOT NULL,
	"parent_id" text,
	"from_on" date,
	"before_on" date,
	"batch_id" text,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "team_parent_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "workspace" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"zone" text DEFAULT 'Asia/Shanghai' NOT NULL,
	"currency" text DEFAULT 'CNY' NOT NULL,
	"fiscal_start_month" smallint DEFAULT 1 NOT NULL,
	"week_start" smallint DEFAULT 1 NOT NULL,
	"colours" text DEFAULT 'red_up' NOT NULL,
	"id_salt" text NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_session" (
	"id" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sign_in_account" ADD CONSTRAINT "sign_in_account_user_id_sign_in_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."sign_in_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_session" ADD CONSTRAINT "sign_in_session_user_id_sign_in_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."sign_in_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_key_hash" ON "api_key" USING btree ("workspace_id","hash");--> statement-breakpoint
CREATE INDEX "api_key_by_hash" ON "api_key" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "calendar_day_changed" ON "calendar_day" USING btree ("workspace_id","changed_in");--> statement-breakpoint
CREATE INDEX "change_changed" ON "change" USING btree ("workspace_id","changed_in");--> statement-breakpoint
CREATE INDEX "contact_workspace_id_changed_in_index" ON "contact" USING btree ("workspace_id","changed_in");--> statement-breakpoint
CREATE INDEX "customer_workspace_id_changed_in_index" ON "customer" USING btree ("workspace_id","changed_in");--> statement-breakpoint
CREATE INDEX "deletion_changed" ON "deletion" USING btree ("workspace_id","changed_in");--> statement-breakpoint
CREATE INDEX "interaction_workspace_id_changed_in_index" ON "interaction" USING btree ("workspace_id","changed_in");--> statement-breakpoint
CREATE INDEX "invoice_workspace_id_changed_in_index" ON "invoice" USING btree ("workspace_id","changed_in");--> statement-breakpoint
CREATE INDEX "lead_workspace_id_changed_in_index" ON "lead" USING btree ("workspace_id","changed_in");--> statement-breakpoint
CREATE INDEX "opportunity_workspace_id_changed_in_index" ON "opportunity" USING btree ("workspace_id","changed_in");--> statement-breakpoint
CREATE INDEX "opportunity_event_workspace_id_changed_in_index" ON "opportunity_event" USING btree ("workspace_id","changed_in");--> statement-breakpoint
CREATE UNIQUE INDEX "opportunity_event_seq" ON "opportunity_event" USING btree ("workspace_id","opportunity_id","seq");--> statement-breakpoint
CREATE INDEX "order_line_workspace_id_changed_in_index" ON "order_line" USING btree ("workspace_id","changed_in");--> statement-breakpoint
CREATE INDEX "order_line_order" ON "order_line" USING btree ("workspace_id","order_id");--> statement-breakpoint
CREATE INDEX "payment_workspace_id_changed_in_index" ON "payment" USING btree ("workspace_id","changed_in");--> statement-breakpoint
CREATE INDEX "person_workspace_id_changed_in_index" ON "person" USING btree ("workspace_id","changed_in");--> statement-breakpoint
CREATE INDEX "pipeline_workspace_id_changed_in_index" ON "pipeline" USING btree ("workspace_id","changed_in");--> statement-breakpoint
CREATE INDEX "product_workspace_id_changed_in_index" ON "product" USING btree ("workspace_id","changed_in");--> statement-breakpoint
CREATE INDEX "product_line_workspace_id_changed_in_index" ON "product_line" USING btree ("workspace_id","changed_in");--> statement-breakpoint
CREATE INDEX "refund_workspace_id_changed_in_index" ON "refund" USING btree ("workspace_id","changed_in");--> statement-breakpoint
CREATE INDEX "region_workspace_id_changed_in_index" ON "region" USING btree ("workspace_id","changed_in");--> statement-breakpoint
CREATE INDEX "rep_assignment_workspace_id_changed_in_index" ON "rep_assignment" USING btree ("workspace_id","changed_in");--> statement-breakpoint
CREATE INDEX "sales_order_workspace_id_changed_in_index" ON "sales_order" USING btree ("workspace_id","changed_in");--> statement-breakpoint
CREATE INDEX "source_workspace_id_changed_in_index" ON "source" USING btree ("workspace_id","changed_in");--> statement-breakpoint
CREATE INDEX "stage_workspace_id_changed_in_index" ON "stage" USING btree ("workspace_id","changed_in");--> statement-breakpoint
CREATE INDEX "team_workspace_id_changed_in_index" ON "team" USING btree ("workspace_id","changed_in");--> statement-breakpoint
CREATE INDEX "team_manager_workspace_id_changed_in_index" ON "team_manager" USING btree ("workspace_id","changed_in");--> statement-breakpoint
CREATE INDEX "team_parent_workspace_id_changed_in_index" ON "team_parent" USING btree ("workspace_id","changed_in");--> statement-breakpoint
CREATE UNIQUE INDEX "workspace_slug" ON "workspace" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "sign_in_account_user" ON "sign_in_account" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_in_session_token" ON "sign_in_session" USING btree ("token");--> statement-breakpoint
CREATE INDEX "sign_in_session_user" ON "sign_in_session" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_in_user_email" ON "sign_in_user" USING btree ("email");--> statement-breakpoint
CREATE INDEX "sign_in_verification_identifier" ON "sign_in_verification" USING btree ("identifier");