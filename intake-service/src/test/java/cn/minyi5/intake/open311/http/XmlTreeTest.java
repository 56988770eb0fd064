package cn.minyi5.intake.open311.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class XmlTreeTest {

    @Test
    void whatPeopleWroteIsTextAndNothingElse() throws IOException {
        assertThat(xml("errors", "error", "[{\"description\":\"<b>&\\uffff\"}]"))
                .endsWith("<errors><error><description>&lt;b&gt;&amp;\ufffd</description></error></errors>");
    }

    @Test
    void ofAListEachIsCalledAsTheListWithoutItsS() throws IOException {
        assertThat(xml("discovery", "", "{\"endpoints\":[{\"formats\":[\"text/xml\"]}]}"))
                .endsWith("<discovery><endpoints><endpoint><formats><format>text/xml</format></formats></endpoint>"
                        + "</endpoints></discovery>");
    }

    private static String xml(String root, String item, String json) throws IOException {
        return XmlTree.write(root, item, new ObjectMapper().readTree(json));
    }
}
