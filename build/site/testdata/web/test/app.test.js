not part of a site
