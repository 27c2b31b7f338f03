# SPDX-License-Identifier: GPL-3.0-or-later
# Stripe: Subscriptions, Export (CSV). A subscription that was cancelled runs until it has ended.
[profile]
title=Stripe subscriptions
title[de]=Stripe-Abonnements
kind=customers
signature=Customer ID + Current Period Start (UTC);Customer ID + Trial Start (UTC);Customer ID + Canceled At (UTC)

[columns]
id=Customer ID
requester=Customer Name
email=Customer Email
status=Status
since=Start (UTC);Start Date (UTC);Created (UTC)
until=Ended At (UTC);Canceled At (UTC)
plan=Plan;Product;Plan price ID
interval=Interval
amount=Amount;Plan Amount
currency=Currency;Plan Currency

[known]
headers=id;Customer Description;Quantity;Current Period Start (UTC);Current Period End (UTC);Trial Start (UTC);Trial End (UTC);Cancel At Period End;Cancellation Reason;Application Fee Percent;Coupon
