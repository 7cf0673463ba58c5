package at.stadtwerke.meter.web;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Year;

import javax.annotation.Resource;
import javax.servlet.ServletException;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.sql.DataSource;

@WebServlet("/archiv/zaehler")
public class MeterArchiveServlet extends HttpServlet {

	private static final long serialVersionUID = 1L;

	@Resource(lookup = "java:comp/env/jdbc/meter")
	private transient DataSource dataSource;

	@Override
	protected void doGet(HttpServletRequest req, HttpServletResponse resp)
			throws ServletException, IOException {
		final String meter = req.getParameter("zaehler");
		final String jahr = req.getParameter("jahr");
		if (meter == null || jahr == null) {
			resp.sendError(HttpServletResponse.SC_BAD_REQUEST);
			return;
		}
		final int partition;
		try {
			partition = Year.parse(jahr.trim()).getValue();
		} catch (java.time.format.DateTimeParseException e) {
			resp.sendError(HttpServletResponse.SC_BAD_REQUEST);
			return;
		}
		final String sql = "SELECT gemessen_am, kwh FROM ablesung_" + partition
				+ " WHERE zaehler_nr = ? ORDER BY gemessen_am";

		try (Connection con = dataSource.getConnection();
				PreparedStatement ps = con.prepareStatement(sql)) {
			ps.setString(1, meter);
			resp.setContentType("text/csv;charset=UTF-8");
			PrintWriter out = resp.getWriter();
			try (ResultSet rs = ps.executeQuery()) {
				while (rs.next()) {
					out.print(rs.getDate(1));
					out.print(';');
					out.println(rs.getBigDecimal(2));
				}
			}
		} catch (SQLException e) {
			throw new ServletException("archive query failed", e);
		}
	}
}
