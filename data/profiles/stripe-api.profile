# SPDX-License-Identifier: GPL-3.0-or-later
# Stripe: subscriptions as the API lists them (JSON). Amounts are cents, or not, by their currency:
# no figure is made of them.
[profile]
title=Stripe subscriptions (API)
title[de]=Stripe-Abonnements (API)
kind=customers
signature=current_period_end + cancel_at_period_end

[columns]
id=customer;customer.id
email=customer.email;customer_email
status=status
since=start_date;created
until=ended_at
plan=plan.nickname;plan.id;plan.product
interval=plan.interval
currency=currency

[known]
headers=object;created;canceled_at;cancel_at;cancel_at_period_end;current_period_start;current_period_end;plan.amount;plan.amount_decimal;plan.currency;plan.interval_count;plan.product;quantity;trial_start;trial_end;billing_cycle_anchor;collection_method;latest_invoice
