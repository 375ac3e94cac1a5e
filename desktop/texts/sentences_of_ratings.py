"""Sentences for ratings, paper ballots, and what follows a bad rating, by code."""

from desktop.i18n import mark

RATINGS = {
    "rating_level": mark(
        "“{value}” is no level; the levels are 5 (very satisfied), 4, 3, 2 and 1 (very dissatisfied)."
    ),
    "rating_reason": mark("“{value}” is no reason code of level {level}; these are: {right}."),
    "day_not_over": mark(
        "{day} is not over (today is {today}); ratings are written down together when their day is over, "
        "so that nobody can tell who gave which."
    ),
    "ballot_counts": mark(
        "“{value}” is not five counts; write how many ballots have each level, very satisfied first, at most {most} "
        "each, such as 12 3 0 1 0."
    ),
    "ballot_digits": mark("“{value}” is not a row of ballots; write one digit from 1 to 5 for each, such as 5543."),
    "ballots_differ": mark("The two keyings of window {window} differ: {differences}; look at the papers again."),
    "no_ballots": mark("There is no ballot for window {window}; at least one is needed."),
    "rating_no_request": mark("There is no request “{request}” with a window in this book, so it cannot be rated."),
    "rating_too_early": mark("Request {request} cannot be rated now; it is rated after completion and before filing."),
    "rated_already": mark("Request {request} is rated already; each request is rated once."),
    "rating_unknown": mark("There is no rating “{id}” in this book."),
    "rating_not_bad": mark("Rating {id} is not a bad one, so there is nothing to correct."),
    "rating_anonymous": mark(
        "Rating {id} is anonymous, so there is nobody to call back; correct what it complains of."
    ),
    "appeal_made": mark("There is an appeal against rating {id} already."),
    "no_appeal": mark("No appeal against rating {id} waits for a review."),
}
