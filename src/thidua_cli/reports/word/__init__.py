"""The six Word files of the contract (section 5), filled from templates that office staff edit in Word."""
