-- Foreign keys between tables that are distributed by workspace_id, which leads them all. Checked at commit, so that an import may
-- write in the order of its files. Only "is part of" is declared: a line without its order has no meaning. References that may be
-- unknown (customer, rep, region, product, source …) have none: checking them would need an index a column on the largest tables
-- and cost the bulk import more than its writes; imports resolve them by name and undo checks them.
alter table team_parent add constraint team_parent_team foreign key (workspace_id, team_id) references team (workspace_id, id)
  deferrable initially deferred;
--> statement-breakpoint
alter table team_manager add constraint team_manager_team foreign key (workspace_id, team_id) references team (workspace_id, id)
  deferrable initially deferred;
--> statement-breakpoint
alter table team_manager add constraint team_manager_person foreign key (workspace_id, person_id) references person (workspace_id, id)
  deferrable initially deferred;
--> statement-breakpoint
alter table rep_assignment add constraint rep_assignment_person foreign key (workspace_id, person_id) references person (workspace_id, id)
  deferrable initially deferred;
--> statement-breakpoint
alter table rep_assignment add constraint rep_assignment_team foreign key (workspace_id, team_id) references team (workspace_id, id)
  deferrable initially deferred;
--> statement-breakpoint
alter table stage add constraint stage_pipeline foreign key (workspace_id, pipeline_id) references pipeline (workspace_id, id)
  deferrable initially deferred;
--> statement-breakpoint
alter table contact add constraint contact_customer foreign key (workspace_id, customer_id) references customer (workspace_id, id)
  deferrable initially deferred;
--> statement-breakpoint
alter table opportunity_event add constraint opportunity_event_opportunity foreign key (workspace_id, opportunity_id) references opportunity (workspace_id, id)
  deferrable initially deferred;
--> statement-breakpoint
alter table order_line add constraint order_line_order foreign key (workspace_id, order_id) references sales_order (workspace_id, id)
  deferrable initially deferred;
--> statement-breakpoint
alter table refund add constraint refund_order_line foreign key (workspace_id, order_line_id) references order_line (workspace_id, id)
  deferrable initially deferred;
--> statement-breakpoint
alter table payment add constraint payment_order foreign key (workspace_id, order_id) references sales_order (workspace_id, id)
  deferrable initially deferred;
--> statement-breakpoint
alter table invoice add constraint invoice_order foreign key (workspace_id, order_id) references sales_order (workspace_id, id)
  deferrable initially deferred;
--> statement-breakpoint
alter table member add constraint member_workspace foreign key (workspace_id) references workspace (id) deferrable initially deferred;
--> statement-breakpoint
alter table api_key add constraint api_key_workspace foreign key (workspace_id) references workspace (id) deferrable initially deferred;
--> statement-breakpoint
alter table import_batch add constraint import_batch_workspace foreign key (workspace_id) references workspace (id) deferrable initially deferred;
--> statement-breakpoint
alter table import_mapping add constraint import_mapping_workspace foreign key (workspace_id) references workspace (id) deferrable initially deferred;
--> statement-breakpoint
alter table member add constraint member_user foreign key (user_id) references sign_in_user (id) on delete cascade deferrable initially deferred;
--> statement-breakpoint
create index refund_order_line on refund (workspace_id, order_line_id);
--> statement-breakpoint
create index payment_order on payment (workspace_id, order_id);
--> statement-breakpoint
create index invoice_order on invoice (workspace_id, order_id);
--> statement-breakpoint
create index contact_customer on contact (workspace_id, customer_id);
