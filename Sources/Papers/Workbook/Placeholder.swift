import Civic
